from transloc.checks.names.spellings import Spellings
from transloc.model import Catalog, Segment


def changed(*pairs, locales=("uk", "en")):
    spellings = Spellings(Catalog(article="a", source_locale=locales[0], target_locale=locales[1]))
    segments = [Segment(id=f"u{at}.s1", source=source, target=target) for at, (source, target) in enumerate(pairs)]
    return [list(spellings.changed(segment)) for segment in segments]


FIRST = ("Олена Гайдук приїхала.", "Olena Haiduk arrived.")


def test_another_spelling_is_told_with_its_place_and_once():
    found = changed(FIRST, ("Картини Гайдук.", "<1>Pictures</1> by Gayduk."), ("Гайдук пішла.", "Gayduk left."), FIRST)
    assert found == [[], [("Гайдук", "Gayduk", "Haiduk", (19, 25))], [], []]


def test_a_possessive_is_no_other_spelling_and_is_told_without_its_ending():
    assert changed(FIRST, ("Картини Гайдук.", "Haiduk's pictures."))[1] == []
    assert changed(FIRST, ("Картини Гайдук.", "Gayduk’s pictures."))[1][0].said == "Gayduk"


def test_within_one_language_names_are_not_compared():
    assert changed(("Olena Haiduk came.", "Olena Haiduk came."), ("Olena Haiduk left.", "Olena Gayduk left."), locales=("en", "en-GB")) == [
        [],
        [],
    ]
