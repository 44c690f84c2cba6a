"""A row of the glossary as a form: its fields are the columns of the file, and are read as the file is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from transloc.glossary import Concept
from transloc.glossary.cells import cell
from transloc.glossary.sheet import Row, Sheet
from transloc.glossary.table import SETTINGS, USAGES, split, tabulate
from transloc.web import tongue
from transloc.wording import say

#: What a form does not ask for: the key, and how far the row has come, which is decided and not written.
_KEPT = frozenset({"id", "status"})
#: Characters of a field.
LONGEST = 4000
#: Characters of a term: a longer one stands in no sentence.
LONGEST_TERM = 300


@dataclass(frozen=True, slots=True)
class Field:
    """One field: ``name`` is the column, ``why`` what is wrong with its value."""

    name: str
    value: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """What was typed, by column, and what is wrong with it. ``locales`` are the languages that it asks for."""

    values: Mapping[str, str]
    locales: tuple[str, ...]
    wrong: Mapping[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> dict[str, Field]:
        """The fields that are no language, by the name that a template can say."""
        return {name.replace("-", "_"): self._field(name) for name in SETTINGS if name not in _KEPT}

    @property
    def languages(self) -> Iterator[dict[str, object]]:
        """The fields of each language: its terms, what is forbidden, further forms."""
        for locale in self.locales:
            uses = {use: self._field(f"{locale}.{use}") for use in USAGES}
            yield {"locale": locale, "name": tongue.name(locale), "terms": self._field(locale), **uses}

    def _field(self, name: str) -> Field:
        return Field(name, self.values.get(name, ""), self.wrong.get(name, ""))


def columns(locales: Iterable[str]) -> tuple[str, ...]:
    """Return the columns that a form of these languages asks for."""
    used = (column for locale in locales for column in (locale, *(f"{locale}.{use}" for use in USAGES)))
    return (*used, *(name for name in SETTINGS if name not in _KEPT))


def filled(concept: Concept, locales: tuple[str, ...]) -> Form:
    """Return the form as it is filled with a row."""
    return Form({name: cell(concept, name) for name in columns(locales)}, locales)


def typed(given: Mapping[str, str], locales: tuple[str, ...]) -> Form:
    """Return the form with what was typed; what stands on several lines is joined, since a cell is read on one."""
    return Form({name: " ".join(given.get(name, "").split()) for name in columns(locales)}, locales)


def understood(form: Form, before: Concept) -> tuple[Concept | None, Form]:
    """Return the row that a form means, read as the file is read; None, and the form with what is wrong beside each field, else.

    ``before`` gives what the form does not ask for: the id, the status, and languages that it leaves out.
    """
    asked = columns(form.locales)
    locales = tuple(dict.fromkeys((*form.locales, *(term.locale for term in before.terms))))
    every = tuple(dict.fromkeys((*asked, *columns(locales), *sorted(_KEPT))))
    values = {name: form.values.get(name, "") if name in asked else cell(before, name) for name in every}
    wrong = {name: why for name in asked if (why := _too_long(name, values[name]))}
    if wrong:
        return None, Form(form.values, form.locales, wrong)
    sheet = Sheet((Row(every, "\n", 1),)).append(tuple(values[name] for name in every))
    table = tabulate(sheet)
    for flaw in table.flaws:
        message = say("{message}. {hint}", message=flaw.message, hint=flaw.hint) if flaw.hint else say("{message}.", message=flaw.message)
        wrong.setdefault(every[flaw.cell] if flaw.row is not sheet.rows[0] else form.locales[0], message)
    if wrong or not table.records:
        return None, Form(form.values, form.locales, wrong)
    return replace(table.records[0].concept, line=before.line), form


def _too_long(name: str, value: str) -> str:
    if name not in SETTINGS and any(len(text) > LONGEST_TERM for text in split(value)):
        return say("At most {number} characters a term.", number=LONGEST_TERM)
    return say("At most {number} characters.", number=f"{LONGEST:,}") if len(value) > LONGEST else ""
