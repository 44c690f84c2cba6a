import pytest

from transloc.glossary import Concept, Status
from transloc.model import Person, Role
from transloc.web.glossary.listing import Standing, may_edit, safe_link, stands, waits_for

EDITOR, TRANSLATOR = Person("p1", "Olena", Role.EDITOR), Person("p2", "Marko")


@pytest.mark.parametrize("link", ["https://a.example/x?y=1#z", "http://a.example"])
def test_an_address_of_the_web_is_a_link(link):
    assert safe_link(link) == link


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//a.example",
        "a.example",
        "https://",
        "http://[",
        "",
        "file:///etc",
    ],
)
def test_nothing_else_is_one(text):
    assert safe_link(text) == ""


@pytest.mark.parametrize(
    ("row", "today", "standing"),
    [
        (Status.DRAFT, Status.DRAFT, Standing.PROPOSED),
        (Status.APPROVED, Status.APPROVED, Standing.APPROVED),
        (Status.APPROVED, Status.DRAFT, Standing.COMING),
        (Status.APPROVED, Status.DEPRECATED, Standing.DEPRECATED),
        (Status.DEPRECATED, Status.DEPRECATED, Standing.DEPRECATED),
    ],
)
def test_how_a_row_stands_is_told_by_the_file_and_the_day(row, today, standing):
    assert stands(Concept(id="x", status=row), today) is standing


def test_a_proposal_waits_for_its_owner_and_an_ownerless_one_for_editors():
    theirs, nobodys = (Concept(id="x", status=Status.DRAFT, owner=owner) for owner in ("Marko", ""))
    assert (waits_for(TRANSLATOR, theirs), waits_for(EDITOR, theirs)) == (True, False)
    assert (waits_for(TRANSLATOR, nobodys), waits_for(EDITOR, nobodys)) == (False, True)
    assert not waits_for(EDITOR, Concept(id="x", owner="Olena"))


def test_a_row_is_its_owners_and_every_editors():
    row = Concept(id="x", owner="Marko")
    assert may_edit(TRANSLATOR, row)
    assert may_edit(EDITOR, row)
    assert not may_edit(TRANSLATOR, Concept(id="x", owner="Olena"))
    assert not may_edit(TRANSLATOR, Concept(id="x"))
