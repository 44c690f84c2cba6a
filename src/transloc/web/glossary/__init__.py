"""The glossary as the desk shows it: rows, the form of a row, and the addresses of both."""
