import re
from urllib.parse import unquote

import pytest
from django.urls import resolve, reverse

from transloc.glossary import Concept, Glossary
from transloc.web.glossary.address import address, named

IDS = [
    *("kyiv", "supreme-council", "київ", "десь там", "a/b", "..", "propose", "begin", "~", "~0123456789abcdef", "%2e", "\ud800"),
    "x" * 5000,
]


@pytest.mark.parametrize("row", IDS)
def test_every_id_has_an_address_of_its_own_that_leads_back(row):
    glossary = Glossary(tuple(Concept(id=one) for one in IDS), ("uk", "en"))
    path = reverse("row", args=(row,))
    assert re.fullmatch(r"/glossary/[^/?#]{1,480}/", path)
    assert named(glossary, resolve(unquote(path)).kwargs["row"]).id == row


def test_an_id_that_can_stand_in_an_address_is_its_own():
    assert (address("kyiv"), address("київ")) == ("kyiv", "київ")


def test_what_names_no_row_is_none():
    assert named(Glossary((Concept(id="kyiv"),), ("uk", "en")), "~0000000000000000") is None
    assert named(Glossary((Concept(id="kyiv"),), ("uk", "en")), "lviv") is None
