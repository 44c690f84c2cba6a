"""The addresses of a desk with the extra ``sso``: those of every desk, and what is in force of its own. None is allauth's."""

from django.urls import URLPattern, path

from transloc.web.accounts import ways
from transloc.web.sso import code, provider, second
from transloc.web.urls import handler400, handler403, handler404, handler500
from transloc.web.urls import urlpatterns as _everywhere

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

_PROVIDER: list[URLPattern] = [
    path("sign-in/provider/", provider.begin, name="provider"),
    path("sign-in/provider/back/", provider.back, name="provider-back"),
]
_SECOND: list[URLPattern] = [
    path("sign-in/code/", code.code, name="code"),
    path("account/second-factor/", second.second, name="second-factor"),
]
urlpatterns = [
    *_everywhere,
    *(_PROVIDER if ways.given().provider else ()),
    *(_SECOND if ways.given().second_factor else ()),
]
