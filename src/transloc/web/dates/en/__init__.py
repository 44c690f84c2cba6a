"""Days and times of one language."""
