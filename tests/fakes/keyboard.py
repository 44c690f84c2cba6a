"""Somebody at the keyboard of one tab who has no mouse."""

from fakes.browser import until

NAME = """() => {
  const {activeElement: held} = document;
  const labels = [...(held.labels ?? [])].map((label) => label.textContent);
  return [held.getAttribute("aria-label"), ...labels, held.textContent].filter(Boolean).join(" ").replace(/\\s+/g, " ").trim();
}"""


class Keyboard:
    """``article`` is the tab, on whichever page of the desk it stands."""

    def __init__(self, article):
        self.article, self.page = article, article.page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text):
        """Write instead of what the field holds."""
        self.press("Control+a")
        self.page.keyboard.type(text)

    @property
    def at(self):
        """What has the focus, by its name."""
        return self.page.evaluate(NAME)

    def reach(self, name, most=120):
        """Go on with Tab to what is called ``name``, or begins so."""
        for _ in range(most):
            self.press("Tab")
            if self.at.startswith(name):
                return
        raise AssertionError(f"Tab does not lead to {name}")

    def follow(self, name, leads_to):
        """Press Enter on what is called ``name``, and wait for the page at the end of the address ``leads_to``."""
        self.reach(name)
        self.press("Enter")
        self.page.wait_for_url(leads_to)

    def choose(self, action):
        """Choose an action by its name."""
        self.press("Control+k")
        self.page.locator("#palette[open]").wait_for()
        self.page.keyboard.type(action)
        self.press("Enter")

    def confirm(self):
        """Confirm, and wait until the page has gone on."""
        before = self.article.opened
        self.press("Control+Enter")
        until(lambda: self.article.opened != before)
