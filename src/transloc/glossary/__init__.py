"""The glossary: names and terms of the newsroom, found in running text and applied to the target.

``read`` gives a file's ``Glossary`` from its bytes; ``matcher`` finds its terms in a text; ``terms_for`` tells an engine which
renderings a text needs; ``apply_label``, ``apply_labels``, ``leading_label`` and ``known_name`` translate what no engine should touch.
"""

from transloc.glossary.csv_file import CsvFile, export, read, update
from transloc.glossary.entry import Case, Concept, ConceptKind, Glossary, Status, Term, Usage
from transloc.glossary.hints import Hint, terms_for
from transloc.glossary.labels import Label, Labelled, apply_label, apply_labels, leading_label
from transloc.glossary.matcher import Match, Matcher, matcher
from transloc.glossary.names import known_name

__all__ = [
    "Case",
    "Concept",
    "ConceptKind",
    "CsvFile",
    "Glossary",
    "Hint",
    "Label",
    "Labelled",
    "Match",
    "Matcher",
    "Status",
    "Term",
    "Usage",
    "apply_label",
    "apply_labels",
    "export",
    "known_name",
    "leading_label",
    "matcher",
    "read",
    "terms_for",
    "update",
]
