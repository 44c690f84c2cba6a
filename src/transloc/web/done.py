"""What people did, in words: for the history of a sentence, and for the log of everything."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: By action of an Event. The log names an article or a sentence before it.
DONE: Mapping[str, str | Promise] = {
    "draft": _("drafted"),
    "edit": _("edited"),
    "confirm": _("confirmed"),
    "omit": _("left out"),
    "add": _("added"),
    "sign-off": _("signed off"),
    "reject": _("rejected"),
    "reopen": _("reopened"),
    "correct": _("corrected"),
    "waive": _("let a finding pass"),
    "suggest": _("suggested"),
    "source-changed": _("source changed"),
    "quote": _("marked a quotation"),
    "adapt": _("kept wordings"),
    "undo": _("undid"),
    "split": _("split"),
    "merge": _("merged"),
    "added": _("added to the desk"),
    "imported": _("read from a file"),
    "updated": _("took a new source in"),
    "new": _("new sentence"),
    "gone": _("sentence gone"),
    "moved": _("moved in the article"),
    "deadline": _("set the deadline"),
    "assigned": _("assigned"),
    "claimed": _("claimed"),
    "released": _("released"),
    "exported": _("exported"),
    "queued": _("asked for drafts"),
    "signed-in": _("signed in"),
    "signed-out": _("signed out"),
    "turned-away": _("was not let in"),
    "shut-out": _("was shut out"),
    "account": _("changed an account"),
}
