"""What somebody hears who does not see the page: Chromium's accessibility tree, and what live regions say."""

from dataclasses import dataclass

#: Roles of nodes that the tree has for its own sake.
INNER = {"InlineTextBox", "none", "generic", "ListMarker", "LineBreak"}
LANDMARKS = ("banner", "navigation", "main", "complementary", "region", "search", "form", "contentinfo", "dialog")

#: Writes down what live regions say. One that comes into being with its words is heard only where it is an alert: else it is missed,
#: as is what stands outside of an open dialog.
LISTEN = """() => {
  const LIVE = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]";
  const how = (one) => one.getAttribute("aria-live") ?? (one.getAttribute("role") === "alert" ? "assertive" : "polite");
  const words = (one) => one.textContent.replace(/\\s+/g, " ").trim();
  const closed = (one) => {
    const modal = [...document.querySelectorAll("dialog[open]")].findLast((box) => box.matches(":modal"));
    return Boolean(one.closest("[inert]") || (modal && !modal.contains(one)));
  };
  if (window.heard) { window.heard.length = 0; return; }
  window.heard = [];
  const shown = new Set([...document.querySelectorAll(LIVE)].filter((one) => one.checkVisibility()));
  new MutationObserver((records) => {
    const changed = new Set(records.map(({ target }) => (target.closest ? target : target.parentElement)?.closest(LIVE)));
    for (const one of document.querySelectorAll(LIVE)) {
      const fresh = !shown.has(one);
      if (!one.checkVisibility()) { shown.delete(one); continue; }
      shown.add(one);
      if (!words(one) || !(fresh || changed.has(one))) continue;
      window.heard.push([(fresh && how(one) === "polite") || closed(one) ? "missed" : how(one), words(one)]);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ["hidden", "open", "role"] });
}"""


@dataclass(frozen=True, slots=True)
class Node:
    """One node as a screen reader has it; ``inside`` are the ids of those around it, ``at`` that of its element."""

    id: str
    role: str
    name: str
    description: str
    properties: dict
    inside: tuple
    at: int

    @property
    def said(self):
        return self.role, self.name


class Ear:
    """Somebody's screen reader at a page."""

    def __init__(self, page):
        self.page = page
        self._session = page.context.new_cdp_session(page)
        self._session.send("Accessibility.enable")
        self._session.send("DOM.enable")

    def nodes(self, selector=""):
        """Return the tree in reading order, or what of it lies in an element."""
        found = {node["nodeId"]: node for node in self._session.send("Accessibility.getFullAXTree")["nodes"]}
        every = [*self._walk(found, next(iter(found)), ())]
        if not selector:
            return every
        around = next(node.id for node in every if node.at == self._element(selector))
        return [node for node in every if around in (*node.inside, node.id)]

    def _walk(self, found, here, inside):
        node = found[here]
        value = {key: node.get(key, {}).get("value", "") for key in ("role", "name", "description")}
        told = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
        shown = not node.get("ignored") and value["role"] not in INNER
        if shown:
            yield Node(here, value["role"], value["name"], value["description"], told, inside, node.get("backendDOMNodeId", 0))
        for child in node.get("childIds", ()):
            if child in found:
                yield from self._walk(found, child, (*inside, here))

    def _element(self, selector):
        root = self._session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        found = self._session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        return self._session.send("DOM.describeNode", {"nodeId": found})["node"]["backendNodeId"]

    def controls(self, selector=""):
        """Return what can have the focus, in reading order."""
        return [node for node in self.nodes(selector) if node.properties.get("focusable") and node.role != "RootWebArea"]

    @property
    def focus(self):
        """The node that has the focus; the page itself where it is nowhere."""
        return [node for node in self.nodes() if node.properties.get("focused")][-1]

    def listen(self):
        """Write down from now on what live regions say."""
        self.page.evaluate(LISTEN)

    @property
    def heard(self):
        """What was said since: how, and the words."""
        return [tuple(one) for one in self.page.evaluate("window.heard")]
