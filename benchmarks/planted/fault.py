"""What a planted fault is."""

from collections.abc import Callable
from random import Random

#: Returns the target with one fault in it, given the source, or None where there is no place for it.
Fault = Callable[[str, str, Random], str | None]
