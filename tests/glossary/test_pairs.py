from transloc.glossary import read
from transloc.glossary.pairs import GLOSSARY_BYTES, select, usable

GLOSSARY = """id,kind,uk,en,status,translate
russia,place,Росія|РФ,Russia|Russian Federation,,
photo,label,Фото,Photo,,
new,term,нове,new,draft,
reuters,org,Reuters,,,no
empty,term,щось,,,
again,place,Росія,Rossiya,,
partly,place,РФ|рф,RF,,
"""


def test_every_source_has_its_preferred_target_and_the_first_row_wins():
    chosen = select(read(GLOSSARY.encode()).glossary, "uk", "en-GB")
    assert dict(chosen.pairs) == {"Росія": "Russia", "РФ": "Russia", "Reuters": "Reuters", "рф": "RF"}
    assert chosen.left == {"label": 1, "draft": 1, "no term in one of the languages": 1, "the source is that of an earlier row": 1}


def test_without_a_column_nothing_goes_out():
    chosen = select(read(GLOSSARY.encode()).glossary, "uk", "de")
    assert chosen.pairs == ()


def test_what_a_server_would_refuse_is_told_by_its_reason():
    kept, left = usable([("а", "a"), ("а", "b"), (" б ", "b"), ("в" * 600, "v"), ("г\tґ", "h"), ("", "x")])
    assert kept == {"а": "a", "б": "b"}
    assert left == {"longer than 1,024 bytes": 1, "control characters": 1, "empty": 1}


def test_a_glossary_has_an_end():
    kept, left = usable((f"{number:06}" + "x" * 1000, "y" * 1000) for number in range(6000))
    assert sum(len(source) + len(target) + 2 for source, target in kept.items()) <= GLOSSARY_BYTES
    assert left.keys() == {"no room within 10 MiB"}
    assert len(kept) + left.total() == 6000
