"""The answers of servers, read no further than any of them is long: one that does not end would fill the memory of the machine."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from transloc.engines.engine import BadAnswer
from transloc.wording import say

if TYPE_CHECKING:
    from requests import PreparedRequest, Response
    from requests.adapters import HTTPAdapter
    from urllib3 import BaseHTTPResponse

#: Megabytes of one answer, unpacked: a hundred times what the largest request brings back.
MOST = 16


class _Bounded:
    """A response of urllib3 whose body raises BadAnswer, in the name of ``who``, where it goes on for too long."""

    def __init__(self, raw: "BaseHTTPResponse", who: str) -> None:
        self._raw, self._who = raw, who

    def __getattr__(self, name: str) -> Any:
        return getattr(self._raw, name)

    def stream(self, *args: Any, **options: Any) -> Iterator[bytes]:
        """Yield the body in pieces."""
        read = 0
        for piece in self._raw.stream(*args, **options):
            read += len(piece)
            if read > MOST * 1_000_000:
                self._raw.close()
                raise BadAnswer(
                    say("{who} answered with more than {most} MB, which is no translation", who=self._who, most=MOST),
                    hint=say("Check its address"),
                )
            yield piece


def adapter(who: str, heard: Callable[[Mapping[str, str]], None] = lambda _: None) -> "HTTPAdapter":
    """Return what a session of ``requests`` speaks through, so that no answer of ``who`` is too long; ``heard`` is told its headers."""
    from requests.adapters import HTTPAdapter

    class Adapter(HTTPAdapter):
        def build_response(self, request: "PreparedRequest", answer: "BaseHTTPResponse") -> "Response":
            heard(answer.headers)
            return super().build_response(request, _Bounded(answer, who))

    return Adapter()
