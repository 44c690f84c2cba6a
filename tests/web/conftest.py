from fakes.desk import desk, empty, folder, furnished, tables
from fakes.site import bare, site

__all__ = ["bare", "desk", "empty", "folder", "furnished", "site", "tables"]
