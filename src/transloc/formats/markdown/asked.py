"""What is asked of a rebuild: the new texts of units, what is left out, what is added; all by the unit."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from transloc import markup
from transloc.errors import Refused
from transloc.formats import place
from transloc.formats.decode import lacks, line_at
from transloc.formats.markdown import shortcodes
from transloc.formats.markdown.write import normal
from transloc.formats.units import UNWRITABLE, not_in_source, refusal
from transloc.markup import CodeToken, Text, Token
from transloc.model import Code, Document, Unit

FIELDS = frozenset({"yaml", "toml"})


class Asked:
    """``omitted`` are the ids of the units that go, with those inside of them; ``added`` the texts by the id of the unit before."""

    def __init__(
        self, document: Document, targets: Mapping[str, str], omitted: AbstractSet[str], added: Mapping[str, Sequence[str]]
    ) -> None:
        self.document = document
        self.targets = targets
        self.omitted = set(omitted)
        self.added = {key: list(texts) for key, texts in added.items() if texts}
        self._universal = document.encoding.startswith("utf")
        self._instead: dict[str, str] = {}
        for key in [key for key in omitted if key in self.added]:  # an added text takes the place of the unit left out
            self.omitted.discard(key)
            self._instead[key] = self.added[key].pop(0)
        if self.omitted:
            self.omitted.update(unit.id for unit in document.units if unit.parent in self.omitted)

    def lacks(self, words: str) -> bool:
        """Tell whether the file's charset has no place for some character of ``words``."""
        return not self._universal and lacks(self.document.encoding, words)

    def target(self, unit: Unit) -> str | None:
        """Return the new text of ``unit``, None where it keeps its own or goes."""
        if unit.id in self.omitted:
            return None
        target = self._instead.get(unit.id, self.targets.get(unit.id, unit.source))
        return None if target == unit.source else target

    def touches(self, unit: Unit) -> bool:
        """Tell whether anything is asked of ``unit``."""
        return unit.id in self.omitted or bool(self.added.get(unit.id)) or self.target(unit) is not None

    def tokens(self, unit: Unit, target: str, *, bare: bool = False) -> tuple[Token, ...]:
        """Return the normal tokens of ``target``, which is ``bare`` where it has no codes; raises Refused for what no file can hold."""
        codes = {} if bare else by_number(unit)
        context = place.context(unit.syntax)
        tokens = markup.parse(target)
        for token in tokens:
            if isinstance(token, CodeToken) and token.number not in codes:
                raise self.refusal(unit, not_in_source(token))
        if "\0" in target or lacks("utf-8", target):
            raise self.refusal(unit, UNWRITABLE)
        if context in FIELDS and not bare:
            return tokens
        held = normal(tokens, codes, "line" if bare else context)
        if context == "shortcode" and not bare:
            quote = place.read(unit.syntax).quote
            held = tuple(Text(shortcodes.fitting(one.value, quote)) if isinstance(one, Text) else one for one in held)
        return held

    def refusal(self, unit: Unit, why: str) -> Refused:
        """Return the refusal that names ``unit``."""
        return refusal(unit, why, line_at(self.document.data, self.document.encoding, unit.span[0]))


def by_number(unit: Unit) -> dict[int, Code]:
    """Return the codes of ``unit`` by their numbers."""
    return {code.number: code for code in unit.codes}
