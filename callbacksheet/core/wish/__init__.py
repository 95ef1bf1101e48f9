"""R9, the wish reader: any caller's words about when, in any of its languages, as windows. The door of the room."""

from callbacksheet.core.wish.damage import wish_text
from callbacksheet.core.wish.door import (
    Phrase,
    Wish,
    WishKind,
    meet_again,
    parse_next,
    parse_wish,
    read_phrase,
)

__all__ = ["Phrase", "Wish", "WishKind", "meet_again", "parse_next", "parse_wish", "read_phrase", "wish_text"]
