"""Layers of SRX 2.0 rules, cut by choppa; the earlier layer wins.

Layers: a file of the project, ours (``rules/<language>.srx``, then ``rules/common.srx``), LanguageTool's, as choppa ships it.
"""

import importlib
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from types import ModuleType
from xml.sax import SAXParseException
from xml.sax.expatreader import ExpatParser
from xml.sax.xmlreader import AttributesImpl, InputSource

from transloc import files
from transloc.errors import InputError
from transloc.languages import language, normalise
from transloc.wording import say


class _Later(ModuleType):
    """Stands for a module until something of it is used."""

    def __getattr__(self, name: str) -> object:
        return getattr(importlib.import_module(self.__name__), name)


# choppa imports xmlschema at its top, for a validation that nobody asks for here: 0.1 s, more than all the rest together.
_put_off = "xmlschema" not in sys.modules
if _put_off:
    sys.modules["xmlschema"] = _Later("xmlschema")
try:
    import regex
    from choppa import DEFAULT_SRX_RULESET, SrxDocument, SrxTextIterator
    from choppa.srx_parser import SRXHandler
    from choppa.structures import LanguageRule
    from choppa.utils import create_lookbehind_pattern, translate_java_regex
finally:
    if _put_off:
        del sys.modules["xmlschema"]

# Every line break is hard, Word's soft one (U+000B) too, so that no rule sees more than a line.
_LINE = re.compile(r"[^\n\v\f\r\x85\u2028\u2029]+")
# Some of LanguageTool's rules look ahead to the end of the text, so lines longer than any paragraph are read in windows, each of
# which is trusted except near its edges.
_WINDOW = 8192
_OVERLAP = 512

#: Takes words without codes; yields the offsets of breaks, rising, the end of the text among them.
Cutter = Callable[[str], Iterator[int]]

_RULES = Path(__file__).parent / "rules"
# LanguageTool has no rules for these, but good ones for the next of kin.
_KIN = {"cs": "sk", "nb": "da", "nn": "da", "no": "da"}
# LanguageTool's key of its Generic rules; its Default rules, meant to be added to others, find next to nothing.
_GENERIC = "lt"
# In rules that look back over up to four stops within brackets, each a variant of a plain one that is kept: on "1. 2. 3. …" they
# took 16 s for 2,000 characters.
_SLOW = r"[\s\u00A0][^\)]*?"
_LOOKBEHIND = 100  # what choppa puts for * and + where a rule is looked up backwards
_HINT = say("Correct the SRX file")


def cutter(locale: str, extra_rules: Path | None = None) -> Cutter:
    """Return what cuts words of ``locale``; raises InputError where ``extra_rules`` cannot be used."""
    document = SrxDocument()
    for rules in _stack(normalise(locale), extra_rules):
        document.add_language_map(".*", rules)

    def cut(words: str) -> Iterator[int]:
        for line in _LINE.finditer(words):
            yield from _line(document, words, *line.span())
            yield line.end()

    return cut


def _line(document: SrxDocument, words: str, start: int, end: int) -> Iterator[int]:
    known = start
    while True:
        stop = min(start + _WINDOW, end)
        sure = end - 1 if stop == end else stop - _OVERLAP
        breaks = accumulate(map(len, SrxTextIterator(document, "", words[start:stop])), initial=start)
        yield from (at for at in breaks if known < at <= sure)
        if stop == end:
            return
        known, start = sure, sure - _OVERLAP


def _stack(locale: str, extra_rules: Path | None) -> Iterator[LanguageRule]:
    if extra_rules is not None:
        yield from _matching(_project_rules(extra_rules), locale)
    code = language(locale)
    for name in (code, "common", "" if _known(code) else "other"):
        path = _RULES / f"{name}.srx"
        if path.exists():
            yield from _matching(SrxDocument(ruleset=path), locale)
    code = _KIN.get(code, code)
    for rules in _bundled().get_language_rule_list(code if _known(code) else _GENERIC):
        yield LanguageRule(rules.name, [rule for rule in rules.rules if _SLOW not in rule.before_pattern])


def _matching(document: SrxDocument, locale: str) -> Iterator[LanguageRule]:
    """Yield the rules that the file's maps give to ``locale``, in whichever of the usual forms its patterns expect the tag."""
    forms = {locale, locale.replace("-", "_"), language(locale), language(locale).upper()}
    for known in document.language_map_list:
        if any(known.matches(form) for form in forms):
            yield known.language_rule
            if not document.cascade:
                return


@cache
def _bundled() -> SrxDocument:
    return SrxDocument(ruleset=DEFAULT_SRX_RULESET)


def _known(code: str) -> bool:
    # LanguageTool's patterns are prefixes, by which "est" would get Spanish rules: only the very code counts.
    return any(entry.language_pattern.pattern == f"({code.upper()}|{code}).*" for entry in _bundled().language_map_list)


def _project_rules(path: Path) -> SrxDocument:
    document = SrxDocument()
    parser = ExpatParser()
    parser.setContentHandler(_Checked(document))
    source = InputSource(str(path))
    source.setByteStream(BytesIO(files.read(path)))
    try:
        parser.parse(source)
    except SAXParseException as error:
        what = say("not well-formed XML ({why})", why=error.getMessage())
        raise InputError(what, path=path, line=error.getLineNumber(), hint=_HINT) from None
    except _Wrong as error:
        raise InputError(error.why, path=path, line=parser.getLineNumber(), hint=_HINT) from None
    if not document.language_map_list:
        raise InputError(say("no languagemap, so its rules apply to no language"), path=path, hint=_HINT)
    return document


class _Wrong(Exception):
    """What is wrong at the line that is being read."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class _Checked(SRXHandler):
    """choppa's reader trusts its file; this one names what is wrong with it."""

    _begun = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 (xml.sax names it)
        if not self._begun and name != "srx":
            raise _Wrong(say("not an SRX 2.0 file, it begins with <{name}>", name=name))
        self._begun = True
        if name == "rule" and self.language_rule is None:
            raise _Wrong(say("a rule stands outside of a languagerule"))
        if name == "languagemap" and attrs.get("languagerulename") not in self.language_rule_map:
            raise _Wrong(say("the map names rules that the file does not hold: “{name}”", name=attrs.get("languagerulename")))
        if name == "languagemap":
            _check(attrs.get("languagepattern", ""))
        super().startElement(name, attrs)  # type: ignore[no-untyped-call] # choppa has no types

    def endElement(self, name: str) -> None:  # noqa: N802 (as above)
        super().endElement(name)  # type: ignore[no-untyped-call] # as above
        if name == "languagerule":
            self.language_rule = None
        elif name == "rule" and self.language_rule is not None:
            rule = self.language_rule.rules[-1]
            _check(rule.before_pattern)
            _check(rule.after_pattern)
            if not rule.is_break:
                _check(rule.before_pattern, create_lookbehind_pattern(rule.before_pattern, _LOOKBEHIND))


def _check(pattern: str, used: str | None = None) -> None:
    try:
        regex.compile(translate_java_regex(pattern if used is None else used), SrxDocument.BASE_PATTERN_FLAGS)
    except regex.error as error:
        raise _Wrong(say("the pattern “{pattern}” is not a regular expression ({why})", pattern=pattern, why=str(error))) from None
