"""What the rooms below say in English, told in the language of the page."""

from django.utils.translation import gettext, ngettext

from transloc.errors import TranslocError, parted
from transloc.web import tongue
from transloc.wording import Reader

_READER = Reader(gettext, ngettext, tongue.name)


def said(text: str) -> str:
    """Return a sentence of the rooms below in the language of the page; one that does not know its pattern stays English."""
    return _READER.told(text)


def sentence(error: TranslocError) -> str:
    """Return all that an error says on one line."""
    return error.told(said)


def plain(why: TranslocError) -> str:
    """Return what is wrong for somebody who has the segment before them: without its id, and without the way out."""
    _segment, message = parted(why.message)
    told = said(message).strip()
    return told[:1].upper() + told[1:]


def whole(why: TranslocError) -> str:
    """Return what is wrong and the way out for somebody who has the segment before them; the way out ends as it was written."""
    return f"{plain(why)}. {said(why.hint)}".strip()
