import pytest

from transloc.glossary.lint import Words, lint

HEADER = "id,kind,uk,en"


@pytest.fixture
def look():
    """Lints a glossary given by its lines; the answer is code → the places (line, column) where it was found, with the faults."""

    def look(*rows, header=HEADER, only=None, **options):
        words = Words(**{name: options.pop(name) for name in ("forms", "citation", "listed") if name in options})
        data = "\n".join([header, *rows, ""]).encode()
        faults = lint(data, "g.csv", words=words, **options).faults
        return [fault for fault in faults if only is None or fault.code == only]

    return look


@pytest.fixture
def places(look):
    """Returns the places of one code alone."""
    return lambda code, *rows, **options: [(fault.line, fault.column) for fault in look(*rows, only=code, **options)]
