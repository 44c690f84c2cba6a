"""Addresses, and the words that a link stands on."""
