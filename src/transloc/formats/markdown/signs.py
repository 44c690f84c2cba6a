"""What of Markdown a text uses, to tell whether it is Markdown at all."""

from transloc.formats.markdown.events import raw_events

_PLAIN = frozenset(("Paragraph", "Text", "SoftBreak"))


def signs(text: str) -> frozenset[str]:
    """Return the names of what stands in ``text`` beside plain paragraphs, as pulldown-cmark calls it (Heading, Strong, Rule …)."""
    return frozenset(_name(event) for event, _ in raw_events(text)) - _PLAIN


def _name(event: object) -> str:
    if isinstance(event, dict):
        kind, value = next(iter(event.items()))
        if kind not in ("Start", "End"):
            return str(kind)
        event = value
    return str(next(iter(event))) if isinstance(event, dict) else str(event)
