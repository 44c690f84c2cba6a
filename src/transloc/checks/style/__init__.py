"""The house style: what a newsroom has chosen among ways to write that are all right (``[style.en]`` of the project)."""
