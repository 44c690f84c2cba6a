"""Names that the articles have and the glossary lacks, in citation form, each with a proposal and where that comes from."""

from transloc.glossary.suggestions.propose import Origin, Proposal, Published
from transloc.glossary.suggestions.suggest import Suggested, Text, suggest

__all__ = ["Origin", "Proposal", "Published", "Suggested", "Text", "suggest"]
