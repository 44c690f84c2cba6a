"""The actions of the article page by name, as its palette and its card of keys list them; what they do stands in the scripts."""

from django.utils.translation import gettext_lazy as _

#: Id, name, and the key in row mode; the scripts hold the same keys by their places on a keyboard.
ROW_KEYS = (
    ("previous", _("Previous sentence"), "↑"),
    ("next", _("Next sentence"), "↓"),
    ("write", _("Write in the field"), "Enter"),
    ("terms", _("Insert a term, with its number"), "T"),
    ("finding", _("Next finding"), "N"),
    ("fix", _("Apply the finding’s fix"), "F"),
    ("draft", _("Show what was changed in the machine’s draft"), "D"),
    ("code", _("Next inline code"), "G"),
    ("split", _("Split the sentence in two"), "S"),
    ("merge", _("Merge with the next sentence"), "M"),
    ("omit", _("Leave the sentence out, with a reason"), "O"),
    ("undo", _("Undo my last confirm"), "U"),
    ("reject", _("Reject, with a reason"), "R"),
    ("comment", _("Comment on this sentence"), "C"),
    ("concordance", _("Find the marked words in the memory"), "K"),
    ("propose", _("Propose the marked words for the glossary"), "W"),
    ("preview", _("Show or hide the preview"), "P"),
)

COMMANDS = (
    ("confirm", _("Confirm and go to the next open sentence"), "Ctrl+Enter"),
    ("sign-off", _("Sign off and go to the next"), "Ctrl+Shift+Enter"),
    ("edit", _("Save without confirming"), ""),
    *(row for row in ROW_KEYS if row[0] != "terms"),
    ("leave", _("Leave the field"), "Esc"),
    ("reopen", _("Reopen what was signed off, with a reason"), ""),
    ("correct", _("Correct after publication, with a note"), ""),
    ("note", _("Add a note behind this paragraph"), ""),
    ("keep", _("Keep the present wording beside others"), ""),
    ("discard", _("Throw the unsaved draft away"), ""),
    ("read", _("Read the article through"), ""),
    ("quotes", _("Quotes and names"), ""),
    ("export", _("Export"), ""),
    ("glossary", _("Glossary"), ""),
    ("hand-over", _("Hand over to somebody"), ""),
    ("help", _("Show and change the keys"), "?"),
)

#: Those that are the business of editors.
OF_EDITORS = frozenset({"sign-off", "correct", "export"})
