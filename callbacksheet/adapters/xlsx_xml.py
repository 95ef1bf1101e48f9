"""XML read with the place of every element: a part is patched where it must be and else kept as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from xml.parsers.expat import ExpatError, ParserCreate

TAG_END = re.compile(rb"""(?:[^>"']|"[^"]*"|'[^']*')*>""")
_DECLARED = re.compile(r"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["'][^>]*\?>""")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TO_ESCAPE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_SPECIAL = re.compile("[&<>\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x")  # all that either escape looks for


class BrokenPart(Exception):  # noqa: N818 - what it is: a part of the file that cannot be read
    """A part of the file is not the XML it should be."""


@dataclass(slots=True)
class Node:
    """An element and its place: ``start`` of its tag, ``inner`` to ``inner_end`` its content, ``end``."""

    tag: str
    attributes: dict[str, str]
    start: int
    inner: int
    inner_end: int = 0
    end: int = 0
    text: str = ""
    children: list[Node] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name without its prefix: parts are told apart by names, whatever prefix a program chose."""
        return self.tag.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        return self.tag[: -len(self.name)]

    def get(self, name: str, default: str = "") -> str:
        return self.attributes.get(name, default)

    def relation(self) -> str:
        """The value of ``r:id``, whatever the prefix."""
        return next((v for k, v in self.attributes.items() if k.endswith(":id")), "")

    def child(self, name: str) -> Node | None:
        return next((node for node in self.children if node.name == name), None)

    def all(self, name: str) -> Iterator[Node]:
        for node in self.children:
            if node.name == name:
                yield node
            yield from node.all(name)


def utf8(data: bytes) -> bytes:
    """The part in UTF-8, its declaration too. BrokenPart where it is not text or brings a DTD."""
    head = data[:400]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = _reencoded(data, "utf-16")
    else:
        data = data.removeprefix(b"\xef\xbb\xbf")
        declared = _DECLARED.match(head.decode("latin-1"))
        if declared and declared[1].casefold() not in ("utf-8", "utf8"):
            data = _reencoded(data, declared[1])
    if b"<!DOCTYPE" in data[:2000]:
        raise BrokenPart("it brings a document type of its own")
    return data


def _reencoded(data: bytes, encoding: str) -> bytes:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise BrokenPart(str(error)) from error
    return re.sub(r"""encoding\s*=\s*["'][^"']*["']""", 'encoding="UTF-8"', text, count=1).encode()


def tag_end(data: bytes, start: int) -> int:
    """The place after the tag that begins at ``start``."""
    found = TAG_END.match(data, start)
    if found is None:
        raise BrokenPart("a tag does not end")
    return found.end()


def parse(data: bytes) -> Node:
    """The root element of a small part (UTF-8)."""
    tree = _Tree(data)
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attributes: tree.begin(tag, attributes, parser.CurrentByteIndex)
    parser.EndElementHandler = lambda tag: tree.finish(tag, parser.CurrentByteIndex)
    parser.CharacterDataHandler = tree.add_text
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the signature of expat
    except ExpatError as error:
        raise BrokenPart(str(error)) from error
    return tree.root.children[0]


class _Tree:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self.root = Node("", {}, 0, 0)
        self._open = [self.root]

    def begin(self, tag: str, attributes: dict[str, str], start: int) -> None:
        node = Node(tag, attributes, start, tag_end(self._data, start))
        self._open[-1].children.append(node)
        self._open.append(node)

    def finish(self, _tag: str, place: int) -> None:
        node = self._open.pop()
        if self._data[node.inner - 2 : node.inner] == b"/>":
            node.inner_end = node.end = node.inner
        else:
            node.inner_end, node.end = place, tag_end(self._data, place)

    def add_text(self, text: str) -> None:
        self._open[-1].text += text


class Patch:
    """Replacements by place in one part, applied at once; they must not overlap."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._edits: list[tuple[int, int, bytes]] = []
        self._attributes: dict[int, tuple[Node, dict[str, str | None]]] = {}

    def replace(self, start: int, end: int, new: bytes) -> None:
        self._edits.append((start, end, new))

    def set(self, node: Node, **values: str | None) -> None:
        """Give attributes of an element new values; None takes one away."""
        self._attributes.setdefault(node.start, (node, {}))[1].update(values)

    def append(self, node: Node, new: bytes) -> None:
        """Add content at the end of an element, one that was self-closed too."""
        if node.inner_end != node.end:
            self.replace(node.inner_end, node.inner_end, new)
        else:
            self.replace(node.end - 2, node.end, b">" + new + f"</{node.tag}>".encode())

    def prepend(self, node: Node, new: bytes) -> None:
        if node.inner_end == node.end:
            self.append(node, new)
        else:
            self.replace(node.inner, node.inner, new)

    def result(self) -> bytes:
        for node, values in self._attributes.values():
            closing = 2 if self._data[node.inner - 2 : node.inner] == b"/>" else 1
            tag = with_attributes(self._data[node.start : node.inner], values)
            self._edits.append((node.start, node.inner - closing, tag[:-closing]))
        pieces, place = [], 0
        for start, end, new in sorted(self._edits, key=lambda edit: edit[:2]):
            pieces += [self._data[place:start], new]
            place = end
        return b"".join(pieces) + self._data[place:]


def with_attributes(tag: bytes, values: Mapping[str, str | None]) -> bytes:
    """A start tag with some attributes set, added or (None) taken away; all others as they were."""
    for name, value in values.items():
        wanted = b"" if value is None else f' {name}="{quoted(value)}"'.encode()
        pattern = re.compile(rb"\s" + name.encode() + rb"""\s*=\s*(?:"[^"]*"|'[^']*')""")
        found = pattern.search(tag)
        if found:
            tag = tag[: found.start()] + wanted + tag[found.end() :]
        elif wanted:
            closing = 2 if tag.endswith(b"/>") else 1
            tag = tag[:-closing].rstrip() + wanted + tag[-closing:]
    return tag


def quoted(text: str) -> str:
    """Text for an attribute in double quotes."""
    return escape(text, {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def escape(text: str, also: Mapping[str, str] = MappingProxyType({})) -> str:
    """Text with what XML reads as markup written out, and ``also`` what else is asked for.

    As the standard library does it, whose own brings a web client along.
    """
    for mark, name in {"&": "&amp;", ">": "&gt;", "<": "&lt;", **also}.items():
        text = text.replace(mark, name)
    return text


def unescape(text: str) -> str:
    """The text that ``escape`` wrote."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def escaped(text: str) -> str:
    """A cell's text with what XML cannot hold as ``_xHHHH_``, as Excel writes it."""
    return _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def needs_escaping(text: str) -> bool:
    """Whether the text, or any joint of texts in it, may not stand in XML as it is."""
    return _SPECIAL.search(text) is not None


def written(text: str) -> str:
    """A cell's text for XML."""
    return escape(escaped(text)) if needs_escaping(text) else text


def as_typed(text: str) -> str:
    """A cell's text as the cell holds it: ``_x000D_`` is a carriage return again."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
