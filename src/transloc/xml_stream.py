"""XML of strangers, read as a stream, so that its size does not matter.

expat never fetches anything. What no exchange format needs, and bombs are made of, is refused where it stands: entities, elements nested
without end, and tags or comments without end, which expat gathers and reads anew with each piece.
"""

from collections.abc import Iterator
from typing import IO, Generic, TypeVar
from xml.parsers import expat

from transloc.errors import InputError

_DEEPEST = 64
#: Bytes of one tag or comment.
_LONGEST = 1_000_000
_CHUNK = 1 << 16

Whole = TypeVar("Whole")


class XmlStream(Generic[Whole]):
    """Reads one file of a format. A subclass hears what begins, is said and ends, and puts into ``done`` what is whole.

    ``kind`` is the format, ``what`` the thing that it holds, as sentences name them; ``roots`` are the elements that it may begin with.
    """

    def __init__(self, path: str, *, kind: str, what: str, roots: tuple[str, ...]) -> None:
        self.path = path
        self.done: list[Whole] = []
        self.anew = f"Export it anew as {kind}"
        self._kind, self._what, self._roots = kind, what, roots
        self._depth = self._given = 0
        self._xml = expat.ParserCreate()
        self._xml.buffer_text = True
        self._xml.StartElementHandler = self._start
        self._xml.EndElementHandler = self._end
        self._xml.CharacterDataHandler = self.said
        self._xml.EntityDeclHandler = self._entity
        self._xml.DefaultHandler = self._other

    def began(self, name: str, attributes: dict[str, str]) -> None:
        """Hear that an element begins; ``name`` is without its prefix."""
        raise NotImplementedError

    def said(self, data: str) -> None:
        """Hear characters of the element that began last."""
        raise NotImplementedError

    def ended(self) -> None:
        """Hear that the element that began last ends."""
        raise NotImplementedError

    def read(self, stream: IO[bytes]) -> Iterator[Whole]:
        """Yield what is whole as it ends; raises InputError, with the line, for what is wrong, when all before it was yielded."""
        fault: InputError | None = None
        while fault is None:
            try:
                chunk = stream.read(_CHUNK)
                self._parse(chunk, final=not chunk)
            except OSError as error:
                fault = InputError(f"cannot be read ({error.strerror})", path=self.path, hint="Check its permissions")
            except InputError as error:
                fault = error
            yield from self.done
            self.done.clear()
            if fault is None and not chunk:
                return
        raise fault

    @property
    def line(self) -> int:
        """The line that is read, from 1."""
        return self._xml.CurrentLineNumber

    def wrong(self, message: str, hint: str) -> InputError:
        """Return an error at the line that is read."""
        return InputError(message, path=self.path, line=self.line, hint=hint)

    def _parse(self, chunk: bytes, *, final: bool) -> None:
        self._given += len(chunk)
        try:
            self._xml.Parse(chunk, final)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise InputError(f"the XML is broken ({reason})", path=self.path, line=error.lineno, hint=self.anew) from None
        except (LookupError, ValueError) as error:  # an encoding that Python does not have, or that is no single-byte one
            raise self.wrong(f"the encoding cannot be read ({error})", "Save it as UTF-8") from None
        if self._given - self._xml.CurrentByteIndex > _LONGEST:
            raise self.wrong(f"a tag or a comment has more than {_LONGEST:,} bytes", self.anew)

    def _entity(self, name: str, *_: object) -> None:
        message = f"it declares the entity “{name}”, which no {self._what} needs and which can be made to deceive"
        raise self.wrong(message, "Export it without")

    def _other(self, data: str) -> None:
        if data.startswith("&"):  # what stands in a DTD that we do not fetch
            raise self.wrong(f"it uses {data}, which it does not explain", "Export it anew, with plain characters")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if not self._depth and local not in self._roots:
            begins = " or ".join(f"<{root}>" for root in self._roots)
            raise self.wrong(f"this is XML, but no {self._kind}: it begins with <{name}>", f"{self._kind} begins with {begins}")
        if self._depth >= _DEEPEST:
            raise self.wrong(f"the elements are nested too deep for a {self._what}", self.anew)
        self._depth += 1
        self.began(local, attributes)

    def _end(self, _: str) -> None:
        self._depth -= 1
        self.ended()
