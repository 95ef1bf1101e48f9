"""One table of time words per language. ``table`` joins them; adding one is described in docs/add-a-language.md."""

LANGUAGES = ("en", "uk", "ru", "id", "es", "de", "fr", "it", "pt", "pl", "tr", "nl", "sv")
"""Every table, in the order that decides between equals."""
