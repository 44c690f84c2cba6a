"""A page judged for everybody: by axe, in both themes, on a phone and on a wall."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
#: Nothing of ours is played or asks for its style sheets; the frames of the desk run no script, axe's neither.
QUICK = {"resultTypes": ["violations"], "preload": False, "iframes": False}
OPTIONS = {"runOnly": {"type": "tag", "values": list(TAGS)}, **QUICK}
#: What a theme and a width can change of a page that axe has judged whole: its colours, and what is where.
SHIFTING = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]},
    **QUICK,
}
DESKTOP, PHONE, WALL = (1440, 900), (360, 740), (2560, 1440)
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
#: Where the page happens to be scrolled to, half a row may lie below what stays: one scroll brings it out, and axe takes it for a fault.
LET_GO = "for (const one of document.querySelectorAll('.top, .bar')) one.style.position = 'static'"
STUCK_OUT = """() => {
  const wide = document.documentElement.clientWidth;
  return [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > wide + 1)
    .slice(0, 5).map((one) => one.outerHTML.slice(0, 120));
}"""
RUN = """([parts, options]) => axe.run(parts.length ? {include: parts.map((part) => [part])} : document, options)
  .then((found) => found.violations)"""


def resize(page, size):
    page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))


def faults(page, options=OPTIONS, parts=()):
    """Return what axe holds against a page, or the ``parts`` of it that selectors name, a line each."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate(RUN, [list(parts), options])
    return [f"{one['id']}: {' '.join(node['html'].split())[:160]} {node['failureSummary'][:240]}" for one in found for node in one["nodes"]]


BOTH = ((DESKTOP, "light"), (PHONE, "dark"))


def look(page, looks=BOTH, parts=()):
    """Assert that nobody is kept out, in both themes and at every width; no style of ours depends on a theme and a width at once."""
    page.wait_for_load_state()
    options = OPTIONS
    for size, theme in looks:
        resize(page, size)
        page.emulate_media(color_scheme=theme)
        page.evaluate(LET_GO)
        found = faults(page, options, parts)
        assert not found, (size, theme, found)
        assert page.evaluate(WIDER) <= 0, page.evaluate(STUCK_OUT)
        options = SHIFTING
