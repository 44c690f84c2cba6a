"""The words of TBX-Basic that we write and read."""

import re
from enum import StrEnum

#: What begins a note that holds a cell of ours.
MARK = "transloc:"

GENDERS = {"m": "masculine", "f": "feminine", "n": "neuter"}


class Standing(StrEnum):
    """The picklist of administrativeStatus."""

    PREFERRED = "preferredTerm-admn-sts"
    ADMITTED = "admittedTerm-admn-sts"
    DEPRECATED = "deprecatedTerm-admn-sts"
    SUPERSEDED = "supersededTerm-admn-sts"


_SAID = {
    "preferred": Standing.PREFERRED,
    "approved": Standing.PREFERRED,
    "deprecated": Standing.DEPRECATED,
    "forbidden": Standing.DEPRECATED,
    "notrecommended": Standing.DEPRECATED,
    "obsolete": Standing.DEPRECATED,
    "superseded": Standing.SUPERSEDED,
}


def standing(status: str) -> Standing:
    """Return what a status means, however a program spells it; an unknown one, and none, is admitted."""
    plain = re.sub(r"[\W_]+", "", status.lower())
    return _SAID.get(plain.removesuffix("admnsts").removesuffix("term"), Standing.ADMITTED)
