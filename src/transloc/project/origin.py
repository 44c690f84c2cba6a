"""The address at which a team reaches the desk."""

import re

from transloc.errors import InputError
from transloc.wording import say

_ORIGIN = re.compile(r"https?://(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?/?")


def origin(address: str) -> str:
    """Return scheme, host and port of an address, without a slash at its end; "" stays so. Raises InputError for what is none."""
    wanted = address.strip().lower()
    if wanted and not _ORIGIN.fullmatch(wanted):
        raise InputError(
            say("“{address}” is not the address of a desk", address=address),
            hint=say("Write it such as https://desk.example.org, without a path"),
        )
    return re.sub(r"(?<=^https:)(//.+):443$|(?<=^http:)(//.+):80$", r"\1\2", wanted.rstrip("/"))  # as browsers say it
