"""What people did, in words: for the history of a sentence, and for the log of everything."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

#: By action of an Event. The log names an article or a sentence before it.
DONE: Mapping[str, Promise] = {
    "draft": pgettext_lazy("history", "drafted"),
    "edit": pgettext_lazy("history", "edited"),
    "confirm": pgettext_lazy("history", "confirmed"),
    "omit": pgettext_lazy("history", "left out"),
    "add": pgettext_lazy("history", "added"),
    "sign-off": pgettext_lazy("history", "signed off"),
    "reject": pgettext_lazy("history", "rejected"),
    "reopen": pgettext_lazy("history", "reopened"),
    "correct": pgettext_lazy("history", "corrected"),
    "waive": pgettext_lazy("history", "let a finding pass"),
    "suggest": pgettext_lazy("history", "suggested"),
    "source-changed": pgettext_lazy("history", "source changed"),
    "quote": pgettext_lazy("history", "marked a quotation"),
    "adapt": pgettext_lazy("history", "kept wordings"),
    "undo": pgettext_lazy("history", "undid"),
    "split": pgettext_lazy("history", "split"),
    "merge": pgettext_lazy("history", "merged"),
    "added": pgettext_lazy("history", "added to the desk"),
    "imported": pgettext_lazy("history", "read from a file"),
    "updated": pgettext_lazy("history", "took a new source in"),
    "new": pgettext_lazy("history", "new sentence"),
    "gone": pgettext_lazy("history", "sentence gone"),
    "moved": pgettext_lazy("history", "moved in the article"),
    "deadline": pgettext_lazy("history", "set the deadline"),
    "assigned": pgettext_lazy("history", "assigned"),
    "claimed": pgettext_lazy("history", "claimed"),
    "released": pgettext_lazy("history", "released"),
    "exported": pgettext_lazy("history", "exported"),
    "queued": pgettext_lazy("history", "asked for drafts"),
    "signed-in": pgettext_lazy("history", "signed in"),
    "signed-out": pgettext_lazy("history", "signed out"),
    "turned-away": pgettext_lazy("history", "was not let in"),
    "shut-out": pgettext_lazy("history", "was shut out"),
    "account": pgettext_lazy("history", "changed an account"),
}
