"""Captures that were not saved because they repeat earlier ones (WARC 1.1, 6.7), and whether those are in the archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from fastwarc.warc import WarcRecord

from sayso.read.archives.members import shown
from sayso.read.archives.warcrecords import captured_of, clean


@dataclass(frozen=True, slots=True)
class Revisit:
    """A page met again unchanged: where, when, and what it says of the capture that it repeats."""

    address: str
    captured: str | None
    original: str
    original_date: str
    original_id: str
    digest: str
    unmodified: bool

    @classmethod
    def of(cls, record: WarcRecord, address: str) -> Revisit:
        header = record.headers
        return cls(
            address,
            captured_of(record),
            clean(header.get("WARC-Refers-To-Target-URI")).removeprefix("<").removesuffix(">"),
            clean(header.get("WARC-Refers-To-Date")),
            clean(header.get("WARC-Refers-To")),
            clean(header.get("WARC-Payload-Digest")),
            clean(header.get("WARC-Profile")).endswith("server-not-modified"),
        )

    def why(self) -> str:
        """Why the page cannot be read, and what to do."""
        when = f" of {shown(self.original_date)}" if self.original_date else ""
        where = f" ({shown(self.original)})" if self.original and self.original != self.address else ""
        return (
            f"was not saved on {self.captured or 'a later visit'} because it had not changed, and the earlier capture{when}{where} "
            "that it repeats is not in this archive. Offer the archive that holds it."
        )


@dataclass(slots=True)
class Seen:
    """What was captured, and what was met again: an unchanged page adds nothing to its capture if that is here."""

    marks: set[str] = field(default_factory=set)
    again: list[Revisit] = field(default_factory=list)

    def add(self, record: WarcRecord, address: str) -> None:
        """Notes a capture with all that a later one may call it by."""
        header = record.headers
        named = (clean(header.get("WARC-Payload-Digest")), clean(header.get("WARC-Record-ID")))
        self.marks.update((address, f"{address} {clean(header.get('WARC-Date'))}", *filter(None, named)))

    def at(self, address: str) -> bool:
        """True when something of this address was captured."""
        return address in self.marks

    def missing(self) -> Iterator[Revisit]:
        """The unchanged pages whose captures are not here, wherever in the archive those would stand."""
        return (revisit for revisit in self.again if not self._here(revisit))

    def _here(self, of: Revisit) -> bool:
        original = of.original or of.address
        called = (of.digest, of.original_id, f"{original} {of.original_date}", original if of.unmodified else "")
        return any(name in self.marks for name in called if name)
