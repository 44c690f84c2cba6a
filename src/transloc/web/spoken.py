"""What the rooms below say in English, told in the language of the page."""

from django.utils.translation import gettext, ngettext

from transloc.errors import TranslocError
from transloc.web import tongue
from transloc.wording import Reader

_READER = Reader(gettext, ngettext, tongue.name)


def said(text: str) -> str:
    """Return a sentence of the rooms below in the language of the page; one that does not know its pattern stays English."""
    return _READER.told(text)


def sentence(error: TranslocError) -> str:
    """Return all that an error says on one line."""
    return error.told(said)
