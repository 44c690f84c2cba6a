"""PO files, the mirror of the catalogs in git, as GNU gettext, Poedit, Babel and polib understand them.

``msgctxt`` is the segment's id, ``#.`` its unit's kind, ``#, fuzzy`` what nobody vouches for yet. What PO has no word for stands in
one-line comments (``comments``), because GNU gettext drops flags that it does not know and keeps comments. How states, flags
and the hands of other tools go together is told in ``meaning``.
"""

from transloc.formats.po.combine import combine
from transloc.formats.po.file import Notes, Obsolete, PoFile
from transloc.formats.po.read import read
from transloc.formats.po.write import write

__all__ = ["Notes", "Obsolete", "PoFile", "combine", "read", "write"]
