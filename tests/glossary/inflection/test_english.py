import pytest

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection.english import inflect


def forms(term, kind="term"):
    return set(inflect(term, Concept(id="x", kind=ConceptKind(kind))))


@pytest.mark.parametrize(
    ("term", "plural"),
    [
        ("drone", "drones"),
        ("church", "churches"),
        ("party", "parties"),
        ("soliloquy", "soliloquies"),
        ("day", "days"),
        ("child", "children"),
        ("grandchild", "grandchildren"),
        ("housewife", "housewives"),
        ("wildlife", "wildlives"),
        ("aircraft", "aircraft"),
        ("crisis", "crises"),
        ("policeman", "policemen"),
        ("German", "Germans"),
        ("Kennedy", "Kennedys"),
        ("MP", "MPs"),
        ("member of parliament", "members of parliament"),
        ("secretary general", "secretaries general"),
        ("President elect", "Presidents elect"),
        ("son-in-law", "sons-in-law"),
        ("prime minister", "prime ministers"),
        ("rocket launcher", "rocket launchers"),
        ("WOMAN", "WOMEN"),
    ],
)
def test_a_term_in_the_plural(term, plural):
    assert plural in forms(term)


def test_a_persons_name_has_no_head_to_look_for():
    assert forms("Joan of Arc", "person") == {"Joan of Arcs"}


def test_what_ends_in_no_letter_has_no_plural():
    assert forms("Leopard 2") == set()
