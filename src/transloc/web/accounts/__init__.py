"""How people come in: by name and password, and who has tried too often."""
