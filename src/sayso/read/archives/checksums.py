"""The checksums by which a WACZ says what it held when it was made (Frictionless Data Package; WACZ 1.1.1)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from zipfile import ZipFile, ZipInfo

from sayso.read.archives.inflating import STEP
from sayso.read.archives.listing import FAULTS, content_of
from sayso.read.base import Unusable

PACKAGE = "datapackage.json"
DIGEST = "datapackage-digest.json"
LARGEST = 20_000_000
"""Bytes that a list of checksums may have."""
KNOWN = ("sha256", "sha512", "sha1", "md5")
ALTERED = "was altered or damaged after it was made: its checksum is another than {where} states. Get it again from its maker."


@dataclass(frozen=True, slots=True)
class Checksums:
    """What each file of the archive had as its checksum, by its name there: "sha256:…". Empty where none is stated."""

    stated: Mapping[str, str]

    def verify(self, archive: ZipFile, info: ZipInfo) -> None:
        """Raises `Unusable` when a file is not what it was, or was put in later, or cannot be read."""
        if not self.stated:
            return
        name, _, value = self.stated.get(info.filename, "").partition(":")
        if not value:
            raise Unusable(f"was added after the archive was made: {PACKAGE} does not list it. Offer it by itself if you trust it.")
        if name not in KNOWN:
            raise Unusable(f"has a checksum of a kind that Sayso does not know ({name}). Offer it by itself if you trust it.")
        if _digest(archive, info, name) != value.lower():
            raise Unusable(ALTERED.format(where=PACKAGE))


def checksums_of(archive: ZipFile) -> Checksums:
    """The checksums that the archive states. Raises `Unusable` when they are not there, are broken, or were altered themselves."""
    package = _read(archive, PACKAGE)
    if DIGEST in archive.NameToInfo:
        name, _, value = str(_object(_read(archive, DIGEST), DIGEST).get("hash")).partition(":")
        if name in KNOWN and hashlib.new(name, package, usedforsecurity=False).hexdigest() != value.lower():
            raise Unusable(ALTERED.format(where=DIGEST))
    resources = _object(package, PACKAGE).get("resources")
    if not isinstance(resources, list):
        return Checksums({})
    files = [entry for entry in resources if isinstance(entry, dict) and isinstance(entry.get("hash"), str)]
    return Checksums({str(entry.get("path")): str(entry["hash"]) for entry in files})


def _read(archive: ZipFile, name: str) -> bytes:
    info = archive.NameToInfo.get(name)
    if info is None:
        raise Unusable("is missing, so that nothing tells whether the archive is as it was made. The rest was read.")
    return content_of(archive, info, LARGEST)


def _object(raw: bytes, name: str) -> dict[str, object]:
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError) as e:
        raise Unusable(_broken(name)) from e
    if not isinstance(value, dict):
        raise Unusable(_broken(name))
    return value


def _broken(name: str) -> str:
    return f"cannot be checked: {name} is broken, so that nothing tells whether the archive is as it was made. The rest was read."


def _digest(archive: ZipFile, info: ZipInfo, name: str) -> str:
    digest = hashlib.new(name, usedforsecurity=False)
    try:
        with archive.open(info) as file:
            while part := file.read(STEP):
                digest.update(part)
    except FAULTS as e:
        raise Unusable(f"is damaged: {e}. Get it again.") from e
    return digest.hexdigest()
