"""What a large document defines in one chapter and names in others: link references and footnotes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

_NOTE = re.compile(r"\[\^([^\[\]\r\n]{1,200})\]")


class Target(NamedTuple):
    """What a link reference definition says, and where the chapter begins that has it."""

    address: str
    title: str
    chapter: int


@dataclass(frozen=True, slots=True)
class Definitions:
    """``links`` are targets by the label, ``notes`` the labels of footnotes as written; keys are ``normal``."""

    links: Mapping[str, Target] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    def resolve(self, link: Mapping[str, Any]) -> tuple[str, str] | None:
        """Return address and title of a link that the chapter itself does not define, as pulldown-cmark asks for it."""
        target = self.links.get(normal(link["reference"]))
        return target and (target.address, target.title)

    def counts(self, label: str, chapter: int) -> bool:
        """Tell whether a definition in ``chapter`` is the first of its label, the one that counts."""
        target = self.links.get(normal(label))
        return target is None or target.chapter == chapter

    def divided(self, own: "Definitions", chapter: int) -> "Definitions":
        """Return them for the parts of ``chapter``, which define ``own``; where another chapter has the first of a label, it counts."""
        links = {label: one for label, one in own.links.items() if self.links.get(label, Target("", "", chapter)).chapter == chapter}
        return Definitions({**self.links, **links}, {**own.notes, **self.notes})

    def before(self, text: str) -> str:
        """Return what has to be read before ``text`` so that its references to footnotes are known as such."""
        if not self.notes or "[^" not in text:
            return ""
        used = dict.fromkeys(key for key in map(normal, _NOTE.findall(text)) if key in self.notes)
        return "".join(f"[^{self.notes[key]}]: x\n\n" for key in used) + "***\n\n" if used else ""


NONE = Definitions()


def normal(label: str) -> str:
    """Return what two labels are compared by (CommonMark 0.31, section 4.7)."""
    return " ".join(label.split()).casefold()


def gathered(links: Iterable[tuple[str, Target]], notes: Iterable[str]) -> Definitions:
    """Return the definitions of a document from all its chapters in order; of two alike, the first counts."""
    found: dict[str, Target] = {}
    for label, target in links:
        found.setdefault(normal(label), target)
    return Definitions(found, {normal(label): label for label in notes if _NOTE.fullmatch(f"[^{label}]")})
