"""Catalogs of all kinds, for properties that hold for every one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from transloc.model import Catalog, Kind, Quotation, QuotationStatus, Segment, State, Waiver

#: What is hard to write in a PO file, in its comments, or to carry through a tool that folds lines.
PIECES = (
    *("слово", "word", "Kyiv’s", "42", "<1>", "</1>", "😀", "я́"),
    *(" ", "  ", "\t", "\n", "\r", "\r\n", "\u00a0", "\u2028", "\u0085", "\x0b", "\x0c", "\x1c", "\x07", "\0", "\ufeff", "\u200b"),
    *('"', "\\", "\\n", '\\"', "'", "#", "#~ ", "#, fuzzy", "# transloc: reviewed by=p1", "-", "--", " - ", "-b", "=", ",", "|"),
    *(
        'msgid "',
        'msgstr ""\n',
        "<<<<<<< ours\n",
        "=======\n",
        "[added in translation]",
        "transloc:",
        "by=p1",
        "%s",
        "{x}",
        "charset=KOI8-U",
    ),
)

texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=8).map("".join)
words = st.one_of(st.just(""), texts)
ids = st.one_of(st.from_regex(r"u[0-9a-f]{8}(-2)?\.s[1-9]", fullmatch=True), texts.filter(bool))
zones = st.sampled_from((UTC, timezone(timedelta(hours=2))))
times = st.one_of(st.none(), st.builds(lambda n, zone: datetime.fromtimestamp(n / 1_000, zone), st.integers(0, 4 * 10**12), zones))
waivers = st.builds(Waiver, rule=texts, reason=texts, by=words)
spans = st.tuples(st.integers(0, 99), st.integers(0, 999))
quotations = st.builds(
    Quotation,
    unit=st.just(""),
    span=spans,
    text=words,
    speaker=words,
    spoken_in=st.sampled_from(("", "fr", "und")),
    published_in=st.sampled_from(("", "de")),
    url=st.sampled_from(("", "https://example.org/a?b=1&c=2", "http://example.org/слово")),  # what else it says is no address
    original=words,
    note=words,
    status=st.sampled_from(QuotationStatus),
)
segments = st.builds(
    Segment,
    id=ids,
    source=words,
    kind=st.sampled_from(Kind),
    target=words,
    state=st.sampled_from(State),
    origin=words,
    people=st.lists(st.one_of(st.sampled_from(("p7", "p9")), texts), max_size=2).map(tuple),
    at=times,
    omitted=words,
    after=words,
    previous_source=words,
    suggestion=words,
    correction=words,
    waivers=st.lists(waivers, max_size=2).map(tuple),
    quotations=st.lists(quotations, max_size=2).map(tuple),
    alternatives=st.lists(texts, max_size=2).map(tuple),
).map(lambda one: replace(one, quotations=tuple(replace(quotation, unit=one.unit) for quotation in one.quotations)))
locales = st.sampled_from(("", "uk", "en-GB", "zh-Hant-TW", "sr-Latn", "a_b@c"))


def catalogs(one=segments, max_size=4):
    return st.builds(
        Catalog,
        article=words,
        source_locale=locales,
        target_locale=locales,
        digest=st.sampled_from(("", "ab" * 32)),
        segments=st.lists(one, max_size=max_size, unique_by=lambda segment: segment.id).map(tuple),
    )
