"""The language that a document says it is in, against the one that it is taken for."""

from transloc.errors import InputError
from transloc.languages import language, normalise
from transloc.model import Document


def other_language(document: Document, locale: str) -> str:
    """Return the locale that ``document`` states where its language is another than that of ``locale``; else an empty text.

    What is no language tag tells nothing, nor does a Word file: it states the language of the program that wrote it.
    """
    stated = document.metadata.get("language")
    if stated is None or document.format == "docx":
        return ""
    try:
        found = normalise(stated.value.strip().replace("_", "-"))
    except InputError:
        return ""
    return "" if language(found) == language(locale) else found
