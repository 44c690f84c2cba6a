"""What people call the things that the rooms below name by a word: kinds, states, decisions."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from transloc.glossary import Case, ConceptKind
from transloc.model import Kind, QuotationStatus, Role, Severity, State
from transloc.web.done import DONE

Names = Mapping[str, Promise]
"""Names by the word, in the language of the page at the moment when they are shown."""

KINDS: Names = {
    Kind.HEADLINE: pgettext_lazy("kind", "headline"),
    Kind.LEDE: pgettext_lazy("kind", "lede"),
    Kind.SOCIAL: pgettext_lazy("kind", "social"),
    Kind.SUBHEAD: pgettext_lazy("kind", "subhead"),
    Kind.PARAGRAPH: pgettext_lazy("kind", "paragraph"),
    Kind.ITEM: pgettext_lazy("kind", "item"),
    Kind.CELL: pgettext_lazy("kind", "cell"),
    Kind.LABEL: pgettext_lazy("kind", "label"),
    Kind.CAPTION: pgettext_lazy("kind", "caption"),
    Kind.QUOTE: pgettext_lazy("kind", "quote"),
    Kind.BYLINE: pgettext_lazy("kind", "byline"),
    Kind.DATE: pgettext_lazy("kind", "date"),
    Kind.TIMELINE: pgettext_lazy("kind", "timeline"),
    Kind.GENRE: pgettext_lazy("kind", "genre"),
    Kind.SOURCES: pgettext_lazy("kind", "sources"),
    Kind.CATEGORY: pgettext_lazy("kind", "category"),
    Kind.TAG: pgettext_lazy("kind", "tag"),
    Kind.ATTRIBUTE: pgettext_lazy("kind", "attribute"),
    Kind.NOTE: pgettext_lazy("kind", "note"),
    "added": pgettext_lazy("kind", "added note"),
}

#: How far a sentence is.
STATES: Names = {
    State.INITIAL: pgettext_lazy("sentence", "untranslated"),
    State.TRANSLATED: pgettext_lazy("sentence", "draft"),
    State.REVIEWED: pgettext_lazy("sentence", "confirmed"),
    State.FINAL: pgettext_lazy("sentence", "signed off"),
    "omitted": pgettext_lazy("sentence", "left out"),
}

#: The same by the words of the PO files, as the queue counts them.
COUNTED: Names = {
    State.INITIAL: pgettext_lazy("count", "initial"),
    State.TRANSLATED: pgettext_lazy("count", "translated"),
    State.REVIEWED: pgettext_lazy("count", "reviewed"),
    State.FINAL: pgettext_lazy("count", "final"),
}

#: How far an article is in one language.
PROGRESS: Names = {
    "open": pgettext_lazy("article", "open"),
    "ready": pgettext_lazy("article", "ready"),
    "done": pgettext_lazy("article", "done"),
}

SEVERITIES: Names = {
    Severity.ERROR: pgettext_lazy("finding", "error"),
    Severity.WARNING: pgettext_lazy("finding", "warning"),
    Severity.INFO: pgettext_lazy("finding", "info"),
}

ROLES: Names = {
    Role.TRANSLATOR: pgettext_lazy("person", "translator"),
    Role.EDITOR: pgettext_lazy("person", "editor"),
    Role.ADMIN: pgettext_lazy("person", "admin"),
}

CONCEPTS: Names = {
    ConceptKind.PERSON: pgettext_lazy("glossary", "person"),
    ConceptKind.PLACE: pgettext_lazy("glossary", "place"),
    ConceptKind.ORG: pgettext_lazy("glossary", "org"),
    ConceptKind.TERM: pgettext_lazy("glossary", "term"),
    ConceptKind.ABBR: pgettext_lazy("glossary", "abbr"),
    ConceptKind.TITLE: pgettext_lazy("glossary", "title"),
    ConceptKind.LABEL: pgettext_lazy("glossary", "label"),
}

#: How far a row of the glossary has come.
STANDINGS: Names = {
    "approved": pgettext_lazy("row", "approved"),
    "proposed": pgettext_lazy("row", "proposed"),
    "coming": pgettext_lazy("row", "coming"),
    "deprecated": pgettext_lazy("row", "deprecated"),
}

CASES: Names = {
    Case.AUTO: pgettext_lazy("letter case", "auto"),
    Case.EXACT: pgettext_lazy("letter case", "exact"),
    Case.ANY: pgettext_lazy("letter case", "any"),
}
GENDERS: Names = {
    "m": pgettext_lazy("gender", "m"),
    "f": pgettext_lazy("gender", "f"),
    "n": pgettext_lazy("gender", "n"),
    "pl": pgettext_lazy("gender", "pl"),
}
YES_NO: Names = {"yes": pgettext_lazy("glossary", "yes"), "no": pgettext_lazy("glossary", "no")}

QUOTATIONS: Names = {
    QuotationStatus.UNRESOLVED: pgettext_lazy("quotation", "unresolved"),
    QuotationStatus.DIRECT: pgettext_lazy("quotation", "direct"),
    QuotationStatus.VERIFIED: pgettext_lazy("quotation", "verified"),
    QuotationStatus.RETRANSLATED: pgettext_lazy("quotation", "retranslated"),
    QuotationStatus.PARAPHRASE: pgettext_lazy("quotation", "paraphrase"),
}

#: What in an article has words that no unit holds.
EMBEDS: Names = {
    "embed": pgettext_lazy("embedded", "embed"),
    "picture": pgettext_lazy("embedded", "picture"),
    "video": pgettext_lazy("embedded", "video"),
    "code": pgettext_lazy("embedded", "code"),
}

#: What became of a sentence since its source was translated, or since it was drafted.
BECAME: Names = {
    "changed": gettext_lazy("changed"),
    "new": gettext_lazy("new"),
    "moved": gettext_lazy("moved"),
    "kept": gettext_lazy("as it was"),
    "untouched": gettext_lazy("confirmed as drafted"),
    "open": gettext_lazy("nobody has looked yet"),
    "none": gettext_lazy("no draft"),
}

ALL: Mapping[str, Names] = {
    "kind": KINDS,
    "state": STATES,
    "count": COUNTED,
    "progress": PROGRESS,
    "severity": SEVERITIES,
    "role": ROLES,
    "concept": CONCEPTS,
    "standing": STANDINGS,
    "case": CASES,
    "gender": GENDERS,
    "yes-no": YES_NO,
    "quotation": QUOTATIONS,
    "embed": EMBEDS,
    "done": DONE,
    "became": BECAME,
}


def name(what: str, word: str) -> str:
    """Return what people call ``word``, one of the words of ``what``; a word that has no name is shown as it is."""
    return str(ALL[what].get(word, word))
