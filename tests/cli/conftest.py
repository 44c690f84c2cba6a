from fakes.desk import desk, empty, folder, furnished, tables

__all__ = ["desk", "empty", "folder", "furnished", "tables"]
