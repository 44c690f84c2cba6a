"""The sample newsroom as material, and a larger one made of it."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
ARTICLES = sorted((ROOT / "articles").glob("*.md"))
CATALOG = ROOT / "locales" / "en" / "weimar-meeting.po"
GLOSSARY = ROOT / "glossary.csv"


def paragraphs() -> list[str]:
    """Return every paragraph of the sample articles as one line."""
    blocks = (block for path in ARTICLES for block in path.read_text(encoding="utf-8").split("\n\n"))
    return [" ".join(block.split()) for block in blocks if len(block) > 80 and not block.startswith("---")]


def long_article(paragraphs_wanted: int) -> str:
    """Return a Markdown article of so many different paragraphs."""
    texts = paragraphs()
    body = (f"{texts[n % len(texts)]} Це абзац номер {n}." for n in range(paragraphs_wanted))
    return "---\ntitle: Довга стаття\n---\n\n" + "\n\n".join(body) + "\n"
