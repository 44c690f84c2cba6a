"""Checks of a translation: each rule is a pure function of one analysed pair of source and target (docs/reference/checks/README.md)."""
