"""How a project wants its exports to speak of themselves: apart from what does so, as every command reads the settings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from transloc.languages import fallbacks, language, name

#: What a template of a credit line, and one of an address, may hold.
CREDIT_FIELDS = ("site", "language", "people", "source")
ADDRESS_FIELDS = ("slug",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``[export]`` of ``transloc.toml``. ``addresses`` are patterns by locale, ``credit`` templates by locale (“”: all others)."""

    lang: bool = True
    links: bool = True
    untranslated_mark: bool = True
    json_ld: bool = True
    hreflang: bool = False
    credit: Mapping[str, str] = field(default_factory=dict)
    credit_people: bool = False
    slug: str = "article"
    site: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)

    def address(self, locale: str, slug: str) -> str:
        """Return the address of an article's page in ``locale``; empty where no pattern tells it."""
        pattern = next((self.addresses[tag] for tag in fallbacks(locale) if tag in self.addresses), "")
        return pattern.replace("{slug}", quote(slug)) if pattern else ""

    def credit_line(self, locale: str, source: str, address: str, people: Iterable[str]) -> str:
        """Return the credit line for readers of ``locale``, empty where none is wanted."""
        template = next((self.credit[tag] for tag in (*fallbacks(locale), "") if tag in self.credit), "")
        host = urlsplit(self.site).netloc.removeprefix("www.")
        named = ", ".join(people) if self.credit_people else ""
        given = {"site": host, "language": name(language(source), locale), "people": named, "source": address}
        for key, value in given.items():
            template = template.replace(f"{{{key}}}", value)
        return template.strip()
