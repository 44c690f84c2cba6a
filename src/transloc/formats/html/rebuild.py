"""HTML with other words: spliced, each rewritten text read back at once, and the whole read again at the end."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, partial
from itertools import zip_longest
from sys import intern

from transloc import markup
from transloc.errors import Refused
from transloc.formats import place
from transloc.formats.decode import lacks, text_of
from transloc.formats.html.reading import texts
from transloc.formats.html.vocabulary import INLINE
from transloc.formats.html.write import heard, normal, says, write
from transloc.formats.place import Place
from transloc.formats.runs import loose
from transloc.formats.splice import Edit, Inner, filled, splice
from transloc.formats.units import NOTHING_AFTER, UNWRITABLE, is_text, not_in_source, refusal
from transloc.markup import CodeToken, Token
from transloc.model import Code, Document, Unit
from transloc.wording import say

#: What an attribute without quotation marks is that is left out.
_EMPTY = '""'

#: Characters from which the result is not held a second time to be read as a whole: its blocks are compared, and every text on its own.
_LARGE = 8_000_000

_Row = tuple[Unit, str]  # with what it says

_SPACE = re.compile(r"[ \t\r\n\f]+")
#: What no file of text can hold: NUL, and half a character.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


class Rebuild:
    """One rebuild; ``lacks`` tells what the file's charset has no place for."""

    def __init__(
        self, document: Document, targets: Mapping[str, str], omitted: AbstractSet[str], added: Mapping[str, Sequence[str]]
    ) -> None:
        self.document = document
        self.units = {unit.id: unit for unit in document.units}
        self.lacks = partial(lacks, document.encoding)
        self.children: dict[str, list[Unit]] = defaultdict(list)
        for unit in document.units:
            if unit.parent:
                self.children[unit.parent].append(unit)
        changed = {key: value for key, value in targets.items() if key in self.units and value != self.units[key].source}
        self.added = {key: list(texts) for key, texts in added.items() if texts and key in self.units}
        self.omitted = {key for key in omitted if key in self.units}
        for key in self.omitted & set(self.added):  # an added text takes the place of the one that it follows
            self.omitted.discard(key)
            changed[key] = self.added[key].pop(0)
        self.omitted |= {child.id for key in self.omitted for child in self.children.get(key, ())}
        self.targets = {key: value for key, value in changed.items() if key not in self.omitted}

    @cached_property
    def text(self) -> str:
        """The page as it was, decoded once something is to be changed."""
        return text_of(self.document.data, self.document.encoding)

    @property
    def changed(self) -> bool:
        """Whether anything is to be written otherwise."""
        return bool(self.targets or self.omitted or any(self.added.values()))

    def run(self) -> str:
        """Return the new text; raises Refused, naming the unit, where it does not read as meant."""
        new = splice(self.text, [edit for unit in self.units.values() for edit in self._edits(unit)]).text
        self._verify(new)
        return new

    # --- splicing

    def _edits(self, unit: Unit) -> Iterator[Edit]:
        if unit.parent and unit.parent in self.targets:
            return  # written with its parent
        if unit.id not in self.omitted and unit.id not in self.targets and unit.id not in self.added:
            return
        spot = place.of(unit)
        if unit.id in self.omitted:
            yield self._without(unit, spot)
        elif unit.id in self.targets:
            yield Edit(unit.span, self._written(unit, spot))
        for words in self.added.get(unit.id, ()):
            if spot.after is None:
                raise self._refusal(unit, NOTHING_AFTER)
            tokens = self._tokens(unit, words, bare=True)
            body = write(tokens, {}, Place(context="html"), self.lacks)
            yield Edit((spot.after.offset, spot.after.offset), spot.after.lead + body + spot.after.tail)

    def _without(self, unit: Unit, spot: Place) -> Edit:
        if spot.context == "attribute" and not spot.quote:
            return Edit(unit.span, _EMPTY)
        start, end = unit.block or unit.span
        line = self.text.rfind("\n", 0, start) + 1
        if unit.block and not self.text[line:start].strip(" \t") and self.text[end : end + 1] == "\n":
            return Edit((line, end + 1), "")
        return Edit((start, end), "")

    def _written(self, unit: Unit, spot: Place) -> str:
        """Return the text of a changed unit, read back."""
        tokens, codes = self._tokens(unit, self.targets[unit.id]), self._codes(unit)
        done = write(tokens, codes, spot, self.lacks)
        if (
            spot.context != "json"
            and spot.context != "attribute"
            and _folded(heard(done, spot)) != _folded(_plain(says(tokens, codes, spot.wrap)))
        ):
            raise self._refusal(unit, say("its target cannot be written here without changing the page's structure"))
        return done

    def _codes(self, unit: Unit) -> dict[int, Code]:
        """Return the unit's codes with the new texts of what lies inside their markup."""
        return filled(unit.codes, [inner for child in self.children.get(unit.id, ()) if (inner := self._inner(child))])[0]

    def _inner(self, child: Unit) -> Inner | None:
        """Return the new text of what lies inside the markup of a code; None where it keeps its own."""
        spot = place.read(child.syntax)
        if spot.spot is None or (child.id not in self.targets and child.id not in self.omitted):
            return None
        words = ("" if spot.quote else _EMPTY) if child.id in self.omitted else self._written(child, spot)
        return Inner(spot.spot.number, spot.spot.side, spot.spot.offset, child.span[1] - child.span[0], words)

    def _tokens(self, unit: Unit, target: str, *, bare: bool = False) -> tuple[Token, ...]:
        codes = () if bare else {code.number for code in unit.codes}
        tokens = markup.parse(target)
        for token in tokens:
            if isinstance(token, CodeToken) and token.number not in codes:
                raise self._refusal(unit, not_in_source(token))
        if not bare and _link_in_link(
            target, {code.number for code in unit.codes if code.open[:2].lower() == "<a" and not code.open[2:3].isalnum()}
        ):
            raise self._refusal(unit, say("its target holds a link in a link, which HTML does not allow"))
        if _UNWRITABLE.search(target):
            raise self._refusal(unit, UNWRITABLE)
        return tokens if place.context(unit.syntax) == "json" and not bare else normal(tokens)

    def _refusal(self, unit: Unit, why: str) -> Refused:
        return refusal(unit, why, self.text.count("\n", 0, unit.span[0]) + 1)

    # --- reading back

    def _verify(self, new: str) -> None:
        if not self.omitted and not self.added and _skeleton(new) != _skeleton(self.text):
            raise self._blame(say("its target would change the blocks of the page"))
        if self.added or len(new) > _LARGE:
            return  # what was added has no place among the units; each changed one was read back on its own
        changed = self.units[next(iter(self.targets or self.omitted))]
        unit = _difference(self._all_wanted(), _all_said(texts(new)), changed)
        if unit is not None and _difference(_all_said(self.units.values()), _all_said(texts(self.text)), changed) is None:
            raise self._refusal(unit, say("its target would be read otherwise in this place"))

    def _all_wanted(self) -> Iterator[_Row]:
        return ((unit, said) for unit in self.units.values() if unit.id not in self.omitted and (said := self._wanted(unit)))

    def _wanted(self, unit: Unit) -> str:
        """Return what a unit is to say in the new text; empty where nothing in it is for a translator."""
        if unit.id not in self.targets and not any(
            child.id in self.targets or child.id in self.omitted for child in self.children.get(unit.id, ())
        ):
            return _said(unit)
        tokens = self._tokens(unit, self.targets[unit.id]) if unit.id in self.targets else markup.parse(unit.source)
        if not any(is_text(token.value) for token in tokens if isinstance(token, markup.Text)):
            return ""
        return _flat(tokens, self._codes(unit), place.read(unit.syntax))

    def _blame(self, why: str) -> Refused:
        return self._refusal(self.units[next(iter(self.targets))], why)


def _link_in_link(target: str, links: set[int]) -> bool:
    if len(links) < 2:
        return False
    holders, _ = markup.nesting(target)
    return any(number in links and links & set(outer) for number, outer in holders.items())


def _difference(wanted: Iterable[_Row], found: Iterable[_Row], blamed: Unit) -> Unit | None:
    """Return the unit at which the texts part, ``blamed`` before the first; None where they are the same.

    Texts inside of tags have no order, as tags may move. Both rows are read once, side by side, so that neither is held.
    """
    apart: Counter[str] = Counter()  # how much more often each text inside of a tag is wanted than found
    owners: dict[str, Unit] = {}

    def in_order(rows: Iterable[_Row], by: int) -> Iterator[_Row]:
        for unit, said in rows:
            if place.context(unit.syntax) != "attribute":
                yield unit, said
                continue
            apart[said] += by
            if by > 0:
                owners[said] = unit

    for one, other in zip_longest(in_order(wanted, 1), in_order(found, -1)):
        if one is None or other is None or one[1] != other[1]:
            return one[0] if one else blamed
        blamed = one[0]
    first = min((said for said, count in apart.items() if count), default=None)
    return None if first is None else owners.get(first, blamed)


def _all_said(units: Iterable[Unit]) -> Iterator[_Row]:
    return ((unit, _said(unit)) for unit in units)


def _said(unit: Unit) -> str:
    if not unit.codes and '"wrap":' not in unit.syntax:
        return markup.words(unit.source).strip()
    return _flat(markup.parse(unit.source), {code.number: code for code in unit.codes}, place.read(unit.syntax))


def _flat(tokens: Iterable[Token], codes: Mapping[int, Code], spot: Place) -> str:
    """Return what a text says, without the tags at its edges that may as well stand outside of it."""
    said = says(tokens, codes, spot.wrap)
    while said and _outer(said[0]):
        said.pop(0)
    while said and _outer(said[-1]):
        said.pop()
    return _plain(said).strip()


def _outer(sign: str) -> bool:
    return not sign.startswith("=") and (loose(sign) or sign.startswith("<"))


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text)


def _plain(said: Iterable[str]) -> str:
    return "".join(sign.removeprefix("=") for sign in said)


def _skeleton(text: str) -> list[str]:
    """Return the names of the elements that do not stand inside a sentence, as a browser's parser finds them."""
    from turbohtml import parse

    return [tag for element in parse(text, positions=False).iter_elements() if (tag := intern(element.tag)) not in INLINE]
