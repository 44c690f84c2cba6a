"""Which ways in there are beside a password: what the extra ``sso`` brings, where ``transloc.toml`` asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Ways:
    """``provider`` is the name of who vouches for people, empty for nobody; ``second_factor`` tells whether codes are asked for."""

    provider: str = ""
    second_factor: bool = False


_NONE = Ways()
_opened: list[Ways] = [_NONE]  # of the server's one newsroom; set before the first request


def use(ways: Ways = _NONE) -> None:
    """Have these ways from now on; none without any."""
    _opened[:] = [ways]


def given() -> Ways:
    """Return the ways that there are."""
    return _opened[0]


def page(request: HttpRequest) -> Mapping[str, Ways]:
    """Give every page the ways that there are."""
    return {"ways": given()}
