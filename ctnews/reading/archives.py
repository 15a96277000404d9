"""Archives: the members of zip and tar files, one after the other; nothing is unpacked to the disk."""

from __future__ import annotations

import stat
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from types import SimpleNamespace

from ctnews.reading.rejected import NotTaken, Rejected, each_foreign, foreign, storable, told
from ctnews.reading.streams import Entry, read_some

_ENCRYPTED = 0x1
_UNIX = 3
_LEFT_BY_SYSTEMS = {"__MACOSX"}
_MAX_HEADER = 1_000_000
_NOT_READ = "What the archive holds from {} on is not read: it unpacks to far more than its size; unpack it yourself."


def zip_members(entry: Entry) -> Iterator[Entry | Rejected]:
    """Give the files in a zip archive, and a reject for every member that cannot be read."""
    with entry.seekable() as stream:
        with foreign("The archive"):
            archive = zipfile.ZipFile(stream)
        members = [member for member in archive.infolist() if not member.is_dir() and not _hidden(member.filename)]
        if not members:
            raise NotTaken("empty", "The archive holds no file.")
        for member in members:
            name = _label(member.filename)
            if entry.allowance.spent:
                raise NotTaken("too_large", _NOT_READ.format(f"{entry.name}/{name}"))
            yield _zip_member(entry, archive, member, name)


def _zip_member(entry: Entry, archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Entry | Rejected:
    source = f"{entry.name}/{name}"
    kind = stat.S_IFMT(member.external_attr >> 16) if member.create_system == _UNIX else 0
    if kind not in (0, stat.S_IFREG):
        return Rejected(source, "no_file", "It is a link or device in the archive, not a file.")
    if member.flag_bits & _ENCRYPTED:
        return Rejected(source, "encrypted", "It is locked with a password; unpack the archive and give the folder.")
    try:
        with foreign("The member of the archive"):
            return entry.inner(name, archive.open(member))
    except NotTaken as why:
        return why.of(source)


class _Header(tarfile.TarInfo):
    """A member's header; one that is broken ends the reading aloud, and none claims more than it needs."""

    @classmethod
    def fromtarfile(cls, tarfile: tarfile.TarFile) -> _Header:
        try:
            return super().fromtarfile(tarfile)
        except _BROKEN_HEADER as error:
            raise NotTaken("unreadable", f"The archive breaks off or is damaged: {told(error)}.") from error

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Header:
        header: _Header = super().frombuf(buf, encoding, errors)
        if not header.isfile() and header.size > _MAX_HEADER:
            raise tarfile.InvalidHeaderError("a header of impossible size")  # type: ignore[attr-defined]
        return header


_BROKEN_HEADER = (
    tarfile.TruncatedHeaderError,  # type: ignore[attr-defined]
    tarfile.InvalidHeaderError,  # type: ignore[attr-defined]
    tarfile.SubsequentHeaderError,  # type: ignore[attr-defined]
)


def tar_members(entry: Entry) -> Iterator[Entry | Rejected]:
    """Give the files in a tar archive as they come; each has to be read before the next is asked for."""
    with foreign("The archive"):
        gradual = SimpleNamespace(read=lambda _: read_some(entry.stream))
        archive = tarfile.open(fileobj=gradual, mode="r|", tarinfo=_Header)  # noqa: SIM115
    empty = True
    for member in each_foreign(archive, "The archive"):
        archive.members = []  # type: ignore[attr-defined]  # else it keeps the headers of all
        if member.isdir() or _hidden(member.name):
            continue
        empty, name = False, _label(member.name)
        if entry.allowance.spent:
            raise NotTaken("too_large", _NOT_READ.format(f"{entry.name}/{name}"))
        yield _tar_member(entry, archive, member, name)
    if empty:
        raise NotTaken("empty", "The archive holds no file.")


def _tar_member(entry: Entry, archive: tarfile.TarFile, member: tarfile.TarInfo, name: str) -> Entry | Rejected:
    content = archive.extractfile(member) if member.isreg() else None
    if content is None:
        return Rejected(f"{entry.name}/{name}", "no_file", "It is a link or device in the archive, not a file.")
    return entry.inner(name, content)


def _hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part in _LEFT_BY_SYSTEMS or (part[0] == "." and part != "..") for part in parts)


def _label(name: str) -> str:
    """Give a member's name as a label: no root, no way up, no line breaks."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    plain = "/".join(part for part in parts if part not in ("/", ".."))
    return storable("".join(character if character.isprintable() else "_" for character in plain)) or "_"
