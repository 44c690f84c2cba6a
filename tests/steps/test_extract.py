from transloc import formats
from transloc.model import Kind
from transloc.segmentation import segmenter
from transloc.steps.extract import extract

TEXT = "# Назва\n\nПерше речення. **Друге речення. Третє** речення.\n\nПерше речення.\n"


def document(text):
    return formats.for_name("a.md").parse(text.encode())


def test_sentences_are_numbered_in_their_unit():
    held = document(TEXT)
    title, long, short = held.units
    segments = extract(held, segmenter("uk").segments)
    assert [(segment.id, segment.source) for segment in segments] == [
        (f"{title.id}.s1", "Назва"),
        (f"{long.id}.s1", "Перше речення."),
        (f"{long.id}.s2", "<1>Друге речення."),
        (f"{long.id}.s3", "Третє</1> речення."),
        (f"{short.id}.s1", "Перше речення."),
    ]
    assert [segment.kind for segment in segments[:2]] == [Kind.HEADLINE, Kind.PARAGRAPH]


def test_a_block_is_a_segment():
    held = document(TEXT)
    assert [segment.source for segment in extract(held, segmenter("uk").segments, by="block")] == [unit.source for unit in held.units]


def test_white_space_stays_in_the_document():
    held = formats.for_name("a.txt").parse("Перший рядок.\nДругий.".encode())
    assert [segment.source for segment in extract(held, segmenter("uk").segments)] == ["Перший рядок.", "Другий."]
