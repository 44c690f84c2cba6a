"""How findings are shown: to a reader, to a program, on GitHub, to code scanning; ``show`` is the way in."""
