"""The article as it will be published (``page``): sentences told apart (``marks``), typing followed (``patch``), its ``pictures``."""

from transloc.web.preview.page import Preview, preview

__all__ = ["Preview", "preview"]
