from fakes.desk import desk, empty, folder, furnished, tables
from fakes.samples import evil, sampled, samples
from fakes.site import bare, site

__all__ = ["bare", "desk", "empty", "evil", "folder", "furnished", "sampled", "samples", "site", "tables"]
