"""The pages for everybody in Ukrainian: its longer words are tight on a phone first, and nothing is left in English."""

import pytest

from ci import messages
from fakes.axe import DESKTOP, PHONE, look, resize
from fakes.places import PLACES, browsed, visit

pytestmark = pytest.mark.needs("chromium")

#: What the pages say in English alone, by the catalogs; single words may be the name of something in an article.
SAID = {
    text
    for domain in messages.DOMAINS
    for message in messages.read("uk", domain)
    for text in (messages.texts(message.id) if message.id and message.id != message.string else ())
    if " " in text or text[:1].isupper()
}

#: Texts of the page itself, and not of an article, that have words in Latin letters: each with where it stands.
ENGLISH = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement: at } = walker.currentNode;
    if (!/[A-Za-z]{3,}/.test(data) || at.closest("script, style, code, kbd, textarea, [hidden] template")) continue;
    if (at.closest("[lang]")?.lang !== "uk" || at.closest(".who, [lang=uk]:not(html)")) continue;
    found.push(`${at.tagName}.${at.className}: ${data.trim()}`);
  }
  for (const one of document.body.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
    if (one.closest("[lang]")?.lang !== "uk" || one.closest("article.reading, .published")) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      const said = one.getAttribute(name);
      if (said && /[A-Za-z]{3,}/.test(said)) found.push(`${one.tagName}[${name}]: ${said}`);
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def page(chromium, tour):
    with browsed(chromium, tour, "uk") as found:
        yield found


@pytest.mark.parametrize("name", PLACES)
def test_nothing_stands_in_anybodys_way(page, tour, name):
    resize(page, DESKTOP)
    parts = visit(page, tour, name)
    if page.evaluate("document.documentElement.lang") == "uk":
        assert [said for said in page.evaluate(ENGLISH) if said.partition(": ")[2] in SAID] == []
    look(page, ((PHONE, "light"), (DESKTOP, "dark")), parts)
