"""How findings are shown: to a reader, to a program, on GitHub."""
