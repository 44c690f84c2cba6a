"""Quotation marks, and the words that they hold."""
