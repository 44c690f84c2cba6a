from fakes.browser import article, chromium, context, driver, served
from fakes.desk import desk, empty, folder, furnished, tables
from fakes.samples import evil, sampled, samples
from fakes.site import bare, site
from fakes.tour import tour

__all__ = [
    "article",
    "bare",
    "chromium",
    "context",
    "desk",
    "driver",
    "empty",
    "evil",
    "folder",
    "furnished",
    "sampled",
    "samples",
    "served",
    "site",
    "tables",
    "tour",
]
