"""Which lexicon tells the forms of Ukrainian: simplemma, which everybody has, or pymorphy3, the extra ``morphology``.

A process serves one project, so the choice is the process's. ``auto`` takes pymorphy3 where it is installed.
"""

from enum import StrEnum
from functools import cache
from importlib.util import find_spec

from transloc.errors import InputError
from transloc.wording import say


class Morphology(StrEnum):
    """The choice: ``base`` is simplemma with shevchenko-py."""

    AUTO = "auto"
    BASE = "base"
    PYMORPHY3 = "pymorphy3"


_PACKAGES = {
    Morphology.BASE: ("simplemma", "shevchenko-py"),
    Morphology.PYMORPHY3: ("pymorphy3", "pymorphy3-dicts-uk", "shevchenko-py"),
}
_wanted = Morphology.AUTO


def use(choice: Morphology) -> None:
    """Choose for this process; raises InputError where pymorphy3 is asked for and not installed."""
    global _wanted
    if choice is Morphology.PYMORPHY3 and not installed():
        raise InputError(say("pymorphy3 is not installed"), hint=say("Install it with: pip install 'transloc[morphology]'"))
    _wanted = choice


def chosen() -> Morphology:
    """Return what is used: ``base`` or ``pymorphy3``."""
    if _wanted is Morphology.AUTO:
        return Morphology.PYMORPHY3 if installed() else Morphology.BASE
    return _wanted


@cache
def installed() -> bool:
    """Tell whether pymorphy3 and its Ukrainian dictionaries can be imported."""
    return find_spec("pymorphy3") is not None and find_spec("pymorphy3_dicts_uk") is not None


@cache
def overwritten() -> bool:
    """Tell whether the package shevchenko is installed beside shevchenko-py: one module of both names is left, and we cannot tell which."""
    from importlib.metadata import PackageNotFoundError, distribution  # costs 40 ms, which a check without a glossary need not wait for

    try:
        distribution("shevchenko")
    except PackageNotFoundError:
        return False
    return True


@cache
def versions(choice: Morphology) -> str:
    """Return the libraries of a choice with their versions, as people read them."""
    from importlib.metadata import version

    used = (name for name in _PACKAGES[choice] if name != "shevchenko-py" or not overwritten())
    return ", ".join(f"{name} {version(name)}" for name in used)
