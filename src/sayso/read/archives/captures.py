"""The pages that a web archive captured, each called by its address, and an account of everything else in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fastwarc.warc import WarcRecord, WarcRecordType

from sayso.config import ReadSettings
from sayso.documents import Declared
from sayso.read.archives.asides import Asides
from sayso.read.archives.bodies import undone
from sayso.read.archives.inflating import too_large
from sayso.read.archives.kinds import ELSEWHERE, ODD, Name, of_content, of_media, of_status
from sayso.read.archives.members import Tally, counted, of_archive, shown
from sayso.read.archives.pages import Pages
from sayso.read.archives.revisits import Revisit, Seen
from sayso.read.archives.warcrecords import Readable, address_of, captured_of, clean, records
from sayso.read.base import Piece, Read, Unusable, reject
from sayso.read.containers import filled

FETCHED = ("http://", "https://", "ftp://", "file://")
NOTE: Name = ("note of the program that saved it", "notes of the program that saved it")
DERIVED: Name = ("text made of a page", "texts made of pages")
PART: Name = ("further part of something in parts", "further parts of something in parts")


@dataclass(slots=True)
class Captures:
    """What one archive captured, be it one WARC file or several. `pages` are those that it lists as its pages, if it does."""

    piece: Piece
    settings: ReadSettings
    pages: Pages | None = None
    others: Tally = field(default_factory=Tally)
    seen: Seen = field(default_factory=Seen)
    asides: Asides = field(default_factory=Asides)

    def of(self, file: Readable, within: str = "") -> Iterator[Read]:
        """The captures of one WARC file in their order; what breaks off is rejected, and what came before it given."""
        try:
            for record in records(file):
                yield from self._record(record)
        except (Unusable, OSError) as e:
            if isinstance(e, OSError) and e.errno is not None:
                raise
            yield reject(self.piece.within(within, b"") if within else self.piece, str(e))

    def rest(self) -> Iterator[Read]:
        """What can only be said at the end: which captures refer to others that are not there, and what was no report."""
        for revisit in self.seen.missing():
            yield reject(self._at(revisit.address), revisit.why())
        if self.pages and self.pages.unlisted:
            self.others[self.pages.UNLISTED] += len(self.pages.unlisted)
        if total := self.others.total():
            yield reject(self.piece, f"{total:,} {_records_are(total)}: {counted(self.others)}.")

    def _record(self, record: WarcRecord) -> Iterator[Read]:
        kind, address = record.record_type, address_of(record)
        if kind == WarcRecordType.metadata:
            self.asides.note(record)
        elif self.asides.is_no_report(record):
            return
        elif kind == WarcRecordType.continuation:
            self.others[PART] += 1
        elif kind == WarcRecordType.revisit:
            self._revisited(record, address)
        elif kind in (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion) and not _is_lookup(address):
            if not address.startswith(FETCHED):
                self.others[NOTE] += 1
            elif kind == WarcRecordType.conversion and self.seen.at(address):
                self.others[DERIVED] += 1
            elif kind == WarcRecordType.response and not address.startswith("ftp:"):
                yield from self._answer(record, address)
            else:
                yield from self._capture(record, address, clean(record.headers.get("Content-Type")))

    def _answer(self, record: WarcRecord, address: str) -> Iterator[Read]:
        """What a server answered: the page, if it has one for us."""
        if not record.headers.get("Content-Type"):
            record.is_http = True
        try:
            record.parse_http(quirks_mode=True)
        except OSError:
            yield reject(self._at(address), "has a broken HTTP header. Save the page again.")
            return
        header = record.http_headers if record.is_http_parsed else None
        if header is None:
            self.others[ODD] += 1
            return
        name = of_status(header.status_code)
        if self.pages:
            self.pages.met(address, clean(header.get("Location")) if name == ELSEWHERE else None)
        if name:
            self.others[name] += 1
            return
        codings = [*header.get_multiple("Content-Encoding"), *header.get_multiple("Transfer-Encoding")]
        yield from self._capture(record, address, clean(header.get("Content-Type")), codings)

    def _capture(self, record: WarcRecord, address: str, media: str, codings: Sequence[str] = ()) -> Iterator[Read]:
        if name := of_media(media, address):
            self.others[name] += 1
            return
        self.seen.add(record, address)
        if self.pages and not self.pages.wanted(address, media):
            return
        most = self.settings.largest_file_mb * 1_000_000
        if record.content_length > most:
            yield reject(self._at(address), too_large(most))
            return
        raw = _payload(record)
        if raw is None:
            return
        try:
            body, whole = undone(raw, codings, most)
        except Unusable as e:
            yield reject(self._at(address), str(e))
            return
        if name := of_content(media, body):
            self.others[name] += 1
            return
        yield self._at(address, body, media or None, self._declared(record, address))
        cut = clean(record.headers.get("WARC-Truncated")) or ("" if whole else "unexpected end")
        if cut:
            yield reject(self._at(address), f"was saved only in part ({shown(cut)}). What was saved was read; the rest is lost.")

    def _revisited(self, record: WarcRecord, address: str) -> None:
        """Notes a capture that was not saved because it had not changed; whether what it repeats is here shows at the end."""
        try:
            record.parse_http(quirks_mode=True)
            header = record.http_headers if record.is_http_parsed else None
        except OSError:
            header = None
        status = header.status_code if header else None
        name = of_status(status) if header and status not in (None, 304) else None
        name = name or of_media(clean(header.get("Content-Type")) if header else "", address)
        if name:
            self.others[name] += 1
        elif not self.pages or self.pages.wanted(address, ""):
            self.seen.again.append(Revisit.of(record, address))

    def _declared(self, record: WarcRecord, address: str) -> Declared:
        told = of_archive(self.piece.declared)
        captured = captured_of(record)
        title = self.pages.title(address) if self.pages else None
        because = (
            *(["title: pages.jsonl"] if title else []),
            "url: WARC-Target-URI",
            *(["captured: WARC-Date"] if captured else []),
            *(line for line in told.because if line.startswith("via:")),
        )
        own = Declared(title=title, url=address, captured=captured, via=told.via, because=because)
        return filled(own, self.asides.of(record))

    def _at(self, address: str, content: bytes = b"", media: str | None = None, declared: Declared | None = None) -> Piece:
        return self.piece.within(shown(address), content, media, declared)


def _payload(record: WarcRecord) -> bytes | None:
    """What a record holds; None where it breaks off, which the next look at the file tells."""
    try:
        raw = record.reader.read()
    except OSError:
        return None
    return raw if record.reader.tell() == record.content_length else None


def _is_lookup(address: str) -> bool:
    """True for what tells under which number a server was found, not what it said."""
    return address.startswith("dns:")


def _records_are(count: int) -> str:
    return "record is no report" if count == 1 else "records are no reports"
