"""The actions of the article page by name, as its palette and its card of keys list them; what they do stands in the scripts."""

#: Id, name, and the key in row mode; the scripts hold the same keys by their places on a keyboard.
ROW_KEYS = (
    ("previous", "Previous sentence", "↑"),
    ("next", "Next sentence", "↓"),
    ("write", "Write in the field", "Enter"),
    ("terms", "Insert a term, with its number", "T"),
    ("finding", "Next finding", "N"),
    ("fix", "Apply the finding’s fix", "F"),
    ("draft", "Show what was changed in the machine’s draft", "D"),
    ("code", "Next inline code", "G"),
    ("split", "Split the sentence in two", "S"),
    ("merge", "Merge with the next sentence", "M"),
    ("omit", "Leave the sentence out, with a reason", "O"),
    ("undo", "Undo my last confirm", "U"),
    ("reject", "Reject, with a reason", "R"),
    ("comment", "Comment on this sentence", "C"),
    ("concordance", "Find the marked words in the memory", "K"),
    ("propose", "Propose the marked words for the glossary", "W"),
    ("preview", "Show or hide the preview", "P"),
)

COMMANDS = (
    ("confirm", "Confirm and go to the next open sentence", "Ctrl+Enter"),
    ("sign-off", "Sign off and go to the next", "Ctrl+Shift+Enter"),
    ("edit", "Save without confirming", ""),
    *(row for row in ROW_KEYS if row[0] != "terms"),
    ("leave", "Leave the field", "Esc"),
    ("reopen", "Reopen what was signed off, with a reason", ""),
    ("correct", "Correct after publication, with a note", ""),
    ("note", "Add a note behind this paragraph", ""),
    ("keep", "Keep the present wording beside others", ""),
    ("discard", "Throw the unsaved draft away", ""),
    ("read", "Read the article through", ""),
    ("quotes", "Quotes and names", ""),
    ("export", "Export", ""),
    ("glossary", "Glossary", ""),
    ("hand-over", "Hand over to somebody", ""),
    ("help", "Show and change the keys", "?"),
)

#: Those that are the business of editors.
OF_EDITORS = frozenset({"sign-off", "correct", "export"})
