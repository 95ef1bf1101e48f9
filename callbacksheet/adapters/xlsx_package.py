"""An .xlsx file as its parts: what is read, what is replaced, and everything else copied as it is."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass

from callbacksheet.adapters.xlsx_xml import BrokenPart, Node, Patch, parse, quoted, utf8
from callbacksheet.errors import SetupError

CONTENT_TYPES = "[Content_Types].xml"
_MAX_UNPACKED = 1 << 30
_LEVEL = 3
"""Packed half as long as at zlib's own level, for a seventh more of file."""
_RELATION_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True)
class Relation:
    """Where one part points to: ``kind`` is the last word of its type, ``target`` a part's name."""

    id: str
    kind: str
    target: str
    node: Node


class Package:
    """The zip and its parts. ``BrokenPart`` where a part cannot be read."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, EOFError, OSError) as error:
            raise BrokenPart(str(error)) from error
        members = self._zip.infolist()
        self._members = {member.filename: member for member in members}
        if len(self._members) != len(members):
            raise BrokenPart("it holds two parts of one name")
        if any(member.flag_bits & 1 for member in members):
            raise SetupError(
                "The workbook is protected with a password, so the tool cannot read it. It was left alone.",
                "Save it without a password and run again.",
            )
        if sum(member.file_size for member in members) > _MAX_UNPACKED:
            raise BrokenPart("unpacked it is larger than a workbook can be")
        self._parts: dict[str, bytes] = {}
        self._replaced: dict[str, bytes | None] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The parts, in their order in the file, as they will be written."""
        old = [name for name in self._members if self._replaced.get(name, b"") is not None]
        return (*old, *(name for name in self._replaced if name not in self._members))

    @property
    def changed(self) -> frozenset[str]:
        return frozenset(self._replaced)

    def __contains__(self, name: str) -> bool:
        return self._replaced.get(name, b"") is not None if name in self._replaced else name in self._members

    def raw(self, name: str) -> bytes:
        """The bytes of a part as it stood in the file."""
        try:
            return self._zip.read(name)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
            raise BrokenPart(f"{name}: {error}") from error

    def original(self, name: str) -> bytes:
        """A part as it stood in the file: XML, in UTF-8."""
        return utf8(self.raw(name))

    def part(self, name: str) -> bytes:
        """A part as it will be written: XML, in UTF-8."""
        replaced = self._replaced.get(name)
        if replaced is not None:
            return replaced
        if name not in self._parts:
            self._parts[name] = utf8(self.raw(name))
        return self._parts[name]

    def replace(self, name: str, data: bytes) -> None:
        self._replaced[name] = data

    def drop(self, name: str) -> None:
        self._replaced[name] = None

    def packed(self) -> bytes:
        """The whole file: changed parts anew, all others with their content, order, date and packing."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            for name in self.names:
                member = self._members.get(name)
                entry = zipfile.ZipInfo(name, member.date_time if member else (1980, 1, 1, 0, 0, 0))
                entry.compress_type = member.compress_type if member else zipfile.ZIP_DEFLATED
                entry.external_attr = member.external_attr if member else 0o600 << 16
                replaced = self._replaced.get(name)
                target.writestr(entry, self.raw(name) if replaced is None else replaced, compresslevel=_LEVEL)
        return out.getvalue()

    def relations(self, name: str) -> tuple[Relation, ...]:
        """What a part points to inside the file; links to the outside are left out."""
        listing = relations_name(name)
        if listing not in self:
            return ()
        root = parse(self.part(listing))
        return tuple(
            Relation(node.get("Id"), node.get("Type").rpartition("/")[2], _resolved(name, node), node)
            for node in root.children
            if node.get("TargetMode") != "External"
        )

    def relate(self, name: str, kind: str, target: str) -> str:
        """Add a relation to a part, and return its id."""
        listing = relations_name(name)
        root = parse(self.part(listing))
        used = {node.get("Id") for node in root.children}
        new_id = next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used)
        kind_address = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
        patch = Patch(self.part(listing))
        element = f'<{root.prefix}Relationship Id="{new_id}" Type="{kind_address}" Target="{quoted(target)}"/>'
        patch.append(root, element.encode())
        self.replace(listing, patch.result())
        return new_id

    def unrelate(self, name: str, relation: Relation) -> None:
        listing = relations_name(name)
        patch = Patch(self.part(listing))
        patch.replace(relation.node.start, relation.node.end, b"")
        self.replace(listing, patch.result())

    def type_of(self, name: str) -> str:
        """The content type of a part."""
        root = parse(self.part(CONTENT_TYPES))
        for node in root.children:
            if node.name == "Override" and node.get("PartName").casefold() == f"/{name}".casefold():
                return node.get("ContentType")
        ending = name.rpartition(".")[2].casefold()
        defaults = (node for node in root.children if node.get("Extension").casefold() == ending)
        return next((node.get("ContentType") for node in defaults), "")

    def declare(self, name: str, content_type: str) -> None:
        root = parse(self.part(CONTENT_TYPES))
        patch = Patch(self.part(CONTENT_TYPES))
        element = f'<{root.prefix}Override PartName="/{quoted(name)}" ContentType="{content_type}"/>'
        patch.append(root, element.encode())
        self.replace(CONTENT_TYPES, patch.result())

    def undeclare(self, name: str) -> None:
        root = parse(self.part(CONTENT_TYPES))
        patch = Patch(self.part(CONTENT_TYPES))
        for node in root.children:
            if node.get("PartName").casefold() == f"/{name}".casefold():
                patch.replace(node.start, node.end, b"")
        self.replace(CONTENT_TYPES, patch.result())


def relations_name(name: str) -> str:
    """The part that lists what a part points to; of the file itself for ``""``."""
    folder, _, leaf = name.rpartition("/")
    return posixpath.join(folder, "_rels", f"{leaf}.rels")


def _resolved(name: str, node: Node) -> str:
    target = node.get("Target")
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
