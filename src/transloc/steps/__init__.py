"""What the desk does to values: one verb a file, pure; no disk, no database, no network."""
