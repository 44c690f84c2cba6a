"""A glossary as TBX-Basic, in the form of ISO 30042:2008 (``martif``), which translate-toolkit, Weblate and Pontoon load.

The form of 2019 (``tbx``, ``conceptEntry``) says the same with other names, and translate-toolkit 3.20 refuses it. Only data
categories of TBX-Basic are used: subjectField for the kind, administrativeStatus, grammaticalGender, partOfSpeech,
externalCrossReference for the link. What has none stands in notes ``transloc:COLUMN=VALUE``, which our reader takes back.
"""

import hashlib
import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from transloc import __version__
from transloc.glossary.exchange.table import Cells, Table, Written
from transloc.glossary.exchange.tbx_words import GENDERS, MARK, Standing
from transloc.markup import ILLEGAL

_LETTER = "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff"
_NAME = re.compile(rf"[{_LETTER}][{_LETTER}0-9.\u00b7-]*")
_LINK = re.compile(r"https?://\S+")
_NAMES = frozenset({"person", "place", "org"})
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang={locale}>
 <martifHeader>
  <fileDesc>
   <titleStmt><title>{title}</title></titleStmt>
   <sourceDesc><p>transloc {version}</p></sourceDesc>
  </fileDesc>
  <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>
 </martifHeader>
 <text>
  <body>
"""
_TAIL = "  </body>\n </text>\n</martif>\n"


def write(table: Table, title: str) -> Written:
    """Return the table as a TBX file; ``title`` is what its header calls it."""
    worded = [row for row in table.rows if any(_all(row, locale) for locale in table.locales)]
    head = _HEAD.format(locale=quoteattr(table.locales[0] if table.locales else "en"), title=escape(title), version=__version__)
    text = "".join([head, *(_entry(row, table.locales) for row in worded), _TAIL])
    clean = ILLEGAL.sub("", text)
    return Written(clean.encode(), tuple(_losses(table, worded, len(text) - len(clean))))


def _losses(table: Table, worded: list[Cells], illegal: int) -> Iterator[str]:
    kept = sorted({name for row in worded for name, value in _settings(row, table.locales) if value})
    if kept:
        yield f"TBX-Basic has no place for {', '.join(kept)}: they stand in notes, which only transloc reads back"
    if dropped := len(table.rows) - len(worded):
        yield f"rows without a term were left out: {dropped}"
    if illegal:
        yield f"characters that XML forbids were left out: {illegal}"


def _entry(row: Cells, locales: tuple[str, ...]) -> str:
    name = row["id"]
    own = name if _NAME.fullmatch(name) else f"r-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
    about = [f'<descrip type="subjectField">{escape(row["kind"])}</descrip>'] if row.get("kind") else []
    if link := _link(row):
        about.append(f'<xref type="externalCrossReference" target={quoteattr(link)}>{escape(link)}</xref>')
    notes = [row["note"]] if row.get("note") else []
    notes += [f"{MARK}{name}={value}" for name, value in _settings(row, locales)]
    about += [f"<note>{escape(note)}</note>" for note in notes]
    sets = [_language(row, locale, at == 0) for at, locale in enumerate(locale for locale in locales if _all(row, locale))]
    lines = "".join(f"    {line}\n" for line in (*about, *sets))
    return f'   <termEntry id="{own}">\n{lines}   </termEntry>\n'


def _link(row: Cells) -> str:
    link = row.get("source", "")
    return link if _LINK.fullmatch(link) else ""


def _settings(row: Cells, locales: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the cells that no data category holds."""
    held = {"kind", "note", *locales, *(f"{locale}.forbidden" for locale in locales)}
    held |= {"source"} if _link(row) else set()
    held |= {"gender"} if row.get("gender") in GENDERS else set()
    held |= {"status"} if row.get("status") == "deprecated" else set()
    held |= {"id"} if _NAME.fullmatch(row["id"]) else set()
    return [(name, value) for name, value in row.items() if name not in held and value]


def _all(row: Cells, locale: str) -> bool:
    return bool(row.get(locale) or row.get(f"{locale}.forbidden"))


def _language(row: Cells, locale: str, first: bool) -> str:
    allowed, forbidden = _split(row.get(locale, "")), _split(row.get(f"{locale}.forbidden", ""))
    old = row.get("status") == "deprecated"
    terms = [
        _term(term, Standing.SUPERSEDED if old else Standing.ADMITTED if at else Standing.PREFERRED) for at, term in enumerate(allowed)
    ]
    if terms:
        gender = GENDERS.get(row.get("gender", ""), "") if first else ""
        terms[0] = _term(allowed[0], Standing.SUPERSEDED if old else Standing.PREFERRED, gender, row.get("kind", "") in _NAMES)
    terms += [_term(term, Standing.DEPRECATED) for term in forbidden]
    return f"<langSet xml:lang={quoteattr(locale)}>{''.join(terms)}</langSet>"


def _term(term: str, standing: Standing, gender: str = "", name: bool = False) -> str:
    notes = [("partOfSpeech", "properNoun")] if name else []
    notes += [("grammaticalGender", gender)] if gender else []
    notes.append(("administrativeStatus", standing.value))
    about = "".join(f'<termNote type="{kind}">{value}</termNote>' for kind, value in notes)
    return f"<tig><term>{escape(term)}</term>{about}</tig>"


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]
