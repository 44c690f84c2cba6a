from fakes.browser import article, chromium, context, driver, served
from fakes.desk import desk, empty, folder, furnished, tables
from fakes.provider import phone, provider, ways_in
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
    "phone",
    "provider",
    "sampled",
    "samples",
    "served",
    "site",
    "tables",
    "tour",
    "ways_in",
]
