import pytest

LONG = "Вода надійшла до будинків на правому березі вночі, тому рятувальники евакуювали людей човнами до самого ранку."
WHOLE = "Water reached the houses on the right bank at night, so rescuers evacuated people by boat until morning."
TWO = "Рада міста ухвалила бюджет на наступний рік після довгих дебатів. Мер подякувала депутатам за терпіння та підтримку."


def severities(findings):
    return [finding.severity for finding in findings]


def test_a_whole_translation_is_no_omission(judge):
    assert judge("omission", LONG, WHOLE) == []
    assert judge("omission", WHOLE, LONG, "en uk") == []


@pytest.mark.parametrize("words", [5, 7, 9])
def test_a_target_that_breaks_off_is_a_warning(judge, words):
    (found,) = judge("omission", LONG, " ".join(WHOLE.split()[:words]))
    assert found.severity == "warning"
    assert "breaks off" in found.message


def test_a_third_is_a_warning_even_with_its_full_stop(judge):
    assert severities(judge("omission", LONG * 2, "Water reached the houses on the right bank at night.")) == ["warning"]


def test_a_lost_sentence_is_told_with_the_counts(judge):
    (found,) = judge("omission", TWO, "The mayor thanked them all.")
    assert (found.severity, "1 of 2" in found.message) == ("warning", True)
    assert (
        judge(
            "omission",
            TWO,
            "After long debates, the city council adopted next year's budget, and the mayor thanked the councillors for it.",
        )
        == []
    )


@pytest.mark.parametrize(("source", "target"), [("Фото: Олена Петренко", "Photo"), ("Читайте також", "Read"), ("Міністр", "")])
def test_captions_and_labels_are_no_material(judge, source, target):
    assert judge("omission", source, target) == []


def test_a_pair_that_was_not_learned_has_wide_bounds(judge):
    half = "L'eau a atteint les maisons de la rive droite pendant la nuit."
    assert judge("omission", LONG, half, "uk fr") == []
    assert severities(judge("omission", LONG, "L'eau a", "uk fr")) == ["warning"]


def test_a_script_of_other_density_is_not_judged(judge):
    assert judge("omission", LONG, "水は夜に到達した。", "uk ja") == []


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Він не підписав угоду.", "He signed the agreement.", "uk en"),
        ("She never signed it.", "Вона це підписала.", "en uk"),
        ("Die Stadt hat kein Geld.", "Miasto ma pieniądze.", "de pl"),
        ("Miasto nie ma planu.", "Die Stadt hat einen Plan.", "pl de"),
    ],
)
def test_a_lost_negation_is_info(judge, source, target, locales):
    assert severities(judge("omission", source, target, locales)) == ["info"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Він не підписав угоду.", "He refused to sign the agreement."),
        ("Він не підписав угоду.", "He didn’t sign the agreement."),
        ("Дорога була безпечною не завжди.", "The road was unsafe at times."),
        ("Він прийшов без брата.", "He came without his brother."),
        ("Угоди немає.", "It is a no-deal exit."),
    ],
)
def test_a_negation_may_be_said_in_other_words(judge, source, target):
    assert judge("omission", source, target) == []
