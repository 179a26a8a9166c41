"""What Sayso notes beside an answer when it fetches it: what it was for, and what the feed that named it says of the report."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields

from fastwarc.warc import WarcRecord

from sayso.documents import Declared
from sayso.read.archives.warcrecords import clean
from sayso.read.base import NOTHING_DECLARED, whole

LARGEST = 1 << 16
REPORT = "report"
SEVERAL = ("authors", "because")
PLAIN = tuple(one.name for one in fields(Declared) if one.name not in (*SEVERAL, "url", "captured"))
"""What a feed can say better than the archive; where and when it was captured the archive knows itself."""


@dataclass(slots=True)
class Asides:
    """The notes met so far, each by the id of the record that it stands beside; it stands before that."""

    apart: set[str] = field(default_factory=set)
    told: dict[str, Declared] = field(default_factory=dict)

    def note(self, record: WarcRecord) -> None:
        """Takes a metadata record; one of another program is passed over."""
        beside = clean(record.headers.get("WARC-Concurrent-To"))
        if not beside or clean(record.headers.get("Content-Type")) != "application/json":
            return
        try:
            note = json.loads(record.reader.read(LARGEST))
        except (ValueError, RecursionError):
            return
        if not isinstance(note, dict) or not isinstance(purpose := note.get("purpose"), str) or "asked" not in note:
            return
        if purpose != REPORT:
            self.apart.add(beside)
        elif isinstance(said := note.get("declared"), dict) and said:
            self.told[beside] = _declared(said)

    def is_no_report(self, record: WarcRecord) -> bool:
        """True for an answer that only led to reports: a feed, a redirect, the rules of a site."""
        return clean(record.headers.get("WARC-Record-ID")) in self.apart

    def of(self, record: WarcRecord) -> Declared:
        """What is said of the report in a record by what named its address."""
        return self.told.pop(clean(record.headers.get("WARC-Record-ID")), NOTHING_DECLARED)


def _declared(said: dict[str, object]) -> Declared:
    plain = {name: value for name in PLAIN if isinstance(value := said.get(name), str) and value and whole(value)}
    several = {name: _texts(said.get(name)) for name in SEVERAL}
    return Declared(**plain, **several)  # type: ignore[arg-type]


def _texts(value: object) -> tuple[str, ...]:
    return tuple(text for text in value if isinstance(text, str) and whole(text)) if isinstance(value, list) else ()
