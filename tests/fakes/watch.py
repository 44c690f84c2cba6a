"""What a browser does that no page of the desk may make it do."""


class Watch:
    """What a browser did that no page of the desk may do."""

    def __init__(self, context, at):
        self.seen, self._at = [], at
        context.on("page", self._look)
        context.on("request", self._asked)

    def _asked(self, request):
        if not request.url.startswith((self._at, "data:", "about:", "blob:")):
            self.seen.append(f"asked {request.url}")

    def _look(self, page):
        page.on("dialog", lambda dialog: (self.seen.append(f"{page.url}: {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: self.seen.append(f"{page.url}: {error}"))
        page.on("console", lambda told: self.seen.append(f"{page.url}: {told.text}") if self._forbidden(page, told) else None)
        page.on("popup", lambda opened: self.seen.append(f"opened {opened.url}"))

    @staticmethod
    def _forbidden(page, told):
        """The policy stops what stands in a picture that is opened by itself; on our own pages it has nothing to stop."""
        return "Content Security Policy" in told.text and not page.url.endswith(".svg")
