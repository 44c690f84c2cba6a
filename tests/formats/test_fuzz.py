"""A short run of ``python -m benchmarks.fuzz``: any bytes load or give one clear sentence, and what loads comes back."""

import pytest
from benchmarks.fuzz import checks
from benchmarks.fuzz.cases import Case, known, outcome_of, seconds
from benchmarks.fuzz.checks import Fault, Outcome, examine
from benchmarks.watched import Lost, run

from transloc import formats
from transloc.errors import InputError, Refused
from transloc.model import Document, Kind, Unit

CASES = 50


@pytest.mark.parametrize("kind", sorted({*known()}))
def test_a_short_run_finds_nothing(kind):
    came = dict(run(outcome_of, (Case(kind, 5, number) for number in range(CASES)), seconds=seconds))
    assert len(came) == CASES
    assert {case.name: fault_of(one) for case, one in came.items() if fault_of(one)} == {}
    assert sum(isinstance(one, Outcome) and one.loaded for one in came.values()) > CASES // 20, (
        "the cases are all refused: they test nothing"
    )


def fault_of(outcome: Outcome | Lost) -> str:
    return outcome.why if isinstance(outcome, Lost) else outcome.fault


@pytest.mark.parametrize("kind", sorted({*known()}))
def test_a_case_is_the_same_whenever_it_is_made(kind):
    assert [Case(kind, 5, number).data() for number in range(20)] == [Case(kind, 5, number).data() for number in range(20)]
    assert Case(kind, 5, 1).data() != Case(kind, 6, 1).data()


# --- the checks would notice


class Format:
    """Text files of one unit, with one fault."""

    name = "text"

    def __init__(self, fault: str) -> None:
        self.fault = fault

    def parse(self, data, path=None, options=None):
        if self.fault == "escapes":
            raise KeyError("слово")
        if self.fault == "two lines":
            raise InputError("one\ntwo")
        text = data.decode()
        start = -1 if self.fault == "span" else 0
        unit = Unit(id="u1", kind=Kind.PARAGRAPH, source=text.strip().upper() if self.fault == "reads" else text, span=(start, len(text)))
        return Document(format="text", data=data, encoding="utf-8", units=(unit,) * (2 if self.fault == "ids" else 1))

    def rebuild(self, document, targets, **_):
        if self.fault == "no target" and not targets:
            return document.data + b" "
        if self.fault == "same target" and targets.get("u1") == document.units[0].source:
            return b""
        target = targets.get("u1", document.units[0].source)
        if target == document.units[0].source:
            return document.data
        if self.fault == "refuses":
            raise Refused(f"unit u1234abcd (line 3, “слово”): no place for {len(target)} letters")
        if self.fault == "wrong refusal":
            raise InputError("not now")
        if self.fault == "unreadable":
            return b"\xff"
        return b"" if self.fault == "loses" else target.encode()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("escapes", "KeyError escaped"),
        ("two lines", "no clear sentence"),
        ("span", "has the span"),
        ("ids", "one id"),
        ("no target", "no targets"),
        ("same target", "all targets"),
        ("wrong refusal", "InputError escaped"),
        ("unreadable", "UnicodeDecodeError escaped"),
        ("loses", "reads back otherwise"),
        ("reads", "reads back otherwise"),
    ],
)
def test_a_fault_is_told(monkeypatch, fault, said):
    monkeypatch.setattr(formats, "for_name", lambda name: Format(fault))
    assert said in examine("txt", "слово".encode()).fault


def test_a_sound_format_has_no_fault_and_a_refusal_is_counted_without_its_details(monkeypatch):
    monkeypatch.setattr(formats, "for_name", lambda name: Format(""))
    assert examine("txt", "слово".encode()).fault == ""
    monkeypatch.setattr(formats, "for_name", lambda name: Format("refuses"))
    outcome = examine("txt", "слово".encode())
    assert outcome.fault == ""
    assert set(outcome.unchanged) == {"unit … (line …, …): no place for … letters"}


def test_memory_is_measured(monkeypatch):
    monkeypatch.setattr(checks, "FLOOR", 0)
    assert "MB for" in hungry(1 << 26).fault  # glibc takes what is larger than 32 MB from the system, never from what others freed
    assert hungry(0).memory < 1 << 24


def hungry(size: int) -> Outcome:
    class Hungry(Format):
        def parse(self, data, path=None, options=None):
            self.held = bytes(bytearray(b"a" * size))
            return super().parse(data, path, options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(formats, "for_name", lambda name: Hungry(""))
        return examine("txt", b"a")


def test_a_sentence_is_needed():
    with pytest.raises(Fault, match="no clear sentence"):
        checks.sentence(InputError(""))


# --- the clock


def misbehave(case: str) -> str:
    if case == "hangs":
        while True:
            pass
    if case == "dies":
        raise SystemExit(3)
    if case == "raises":
        raise ValueError("слово")
    return case.upper()


def test_a_case_that_hangs_or_dies_is_told_and_the_others_go_on():
    came = dict(run(misbehave, ["one", "hangs", "dies", "raises", "two"], seconds=lambda case: 1))
    assert came["one"] == "ONE"
    assert came["two"] == "TWO"
    assert came["hangs"] == Lost("no answer in 1 s")
    assert came["dies"] == Lost("the process died (exit status 3)")
    assert came["raises"] == Lost("ValueError: слово")
