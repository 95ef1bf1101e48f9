"""One table of time words per language. ``table`` joins them; adding one is described in docs/add-a-language.md."""

LANGUAGES = ("en", "uk", "ru", "id", "es", "de")
"""Every table, in the order that decides between equals."""
