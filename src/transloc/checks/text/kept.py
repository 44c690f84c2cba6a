"""A property that is found on first use and kept: ``functools.cached_property`` without its lock, which took a tenth of all checking."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Holder = TypeVar("Holder")
Value = TypeVar("Value")


_keep = object.__setattr__  # to ask for ``__dict__`` would make one for each holder


class kept(Generic[Holder, Value]):  # noqa: N801 # a decorator, named like ``property``
    """Two threads that ask at once may both find the value; it is the same."""

    def __init__(self, find: Callable[[Holder], Value]) -> None:
        self._find, self.__doc__ = find, find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, holder: None, owner: type) -> "kept[Holder, Value]": ...
    @overload
    def __get__(self, holder: Holder, owner: type | None = None) -> Value: ...
    def __get__(self, holder: Any, owner: type | None = None) -> Any:
        """Return the value; from the second time on the holder has it itself."""
        if holder is None:
            return self
        found = self._find(holder)
        _keep(holder, self._name, found)
        return found
