"""Where somebody is led after a form: to a page of the desk, whatever the form says."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def inside(request: HttpRequest, default: str = "queue") -> str:
    """Return the page that the field ``next`` names, ``default`` where that is none of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if safe else default
