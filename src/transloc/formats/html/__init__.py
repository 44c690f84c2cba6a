"""Web pages and fragments of HTML."""
