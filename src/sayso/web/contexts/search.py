"""Where words stand in a case: in claims, in the names of speakers, and in reports, each quoted where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from sayso.documents import Document, Profile
from sayso.findings import Claim, Party
from sayso.spans import Span
from sayso.store.base import View
from sayso.terms import Phrase, phrases, places
from sayso.web import wording
from sayso.web.contexts.leaves import Leaf, leaf
from sayso.web.contexts.party import TYPES
from sayso.web.contexts.pieces import Marked, Piece, pieces
from sayso.web.contexts.shelf import Quote, Shelf

AT_ONCE = 20
FACETS = 12
"""Outlets by which the reports can be narrowed down."""
BEST = 500
"""Of more reports than these nobody reads what comes behind; whoever looks for it narrows the words down."""


@dataclass(frozen=True, slots=True)
class ClaimFound:
    href: str
    text: str
    language: str
    pieces: tuple[Piece, ...]
    origins: str


@dataclass(frozen=True, slots=True)
class PartyFound:
    href: str
    name: str
    type: str
    reports: int


@dataclass(frozen=True, slots=True)
class ReportFound:
    """A report with the first sentence in which the words stand, and how often they do."""

    quote: Quote
    hits: int


@dataclass(frozen=True, slots=True)
class Facet:
    """An outlet of the reports that were found, and where only those are shown; `href` leads back where it is `chosen`."""

    name: str
    count: int
    chosen: bool
    href: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`left_out` is how many reports hold the words besides the best of them, which alone are listed."""

    case: str
    query: str
    understood: bool
    claims: tuple[ClaimFound, ...]
    claim_leaf: Leaf
    parties: tuple[PartyFound, ...]
    party_leaf: Leaf
    outlets: tuple[Facet, ...]
    reports: tuple[ReportFound, ...]
    report_leaf: Leaf
    left_out: int


def page(view: View, q: str = "", outlet: str = "", claims: str = "", parties: str = "", reports: str = "") -> SearchPage:
    """`outlet` narrows the reports down; `claims`, `parties` and `reports` say where the leaf of each list begins that is shown."""
    asked, shelf = phrases(q), Shelf(view)
    others = {"q": q, "outlet": outlet, "claims": claims, "parties": parties, "reports": reports}
    told, claim_leaf = leaf(view.search(Claim, q), claims, AT_ONCE, "claims", **others)
    named, party_leaf = leaf(view.search(Party, q), parties, AT_ONCE, "parties", **others)
    every = view.search(Document, q)
    holding = every[:BEST]
    by = {p.document: p.outlet or "outlet not stated" for p in view.in_document(Profile, *holding)} if holding else {}
    narrowed = [key for key in holding if outlet in ("", by.get(key, ""))]
    written, report_leaf = leaf(narrowed, reports, AT_ONCE, "reports", **others)
    shelf.take(view.in_document(Document, *written), view.in_document(Profile, *written))
    shelf.read(written)
    return SearchPage(
        case=view.name,
        query=q,
        understood=bool(asked) or not q.strip(),
        claims=tuple(_claim(shelf, claim, asked) for key in told if (claim := view.get(Claim, key))),
        claim_leaf=claim_leaf,
        parties=tuple(_party(party) for key in named if (party := view.get(Party, key))),
        party_leaf=party_leaf,
        outlets=_facets(by, outlet, q),
        reports=tuple(_report(shelf, key, asked) for key in written),
        report_leaf=report_leaf,
        left_out=len(every) - len(holding),
    )


def _claim(shelf: Shelf, claim: Claim, asked: Sequence[Phrase]) -> ClaimFound:
    marked = [Marked(span, "parting") for span in places(claim.text, asked)]
    return ClaimFound(
        href=f"/claims/{claim.id}",
        text=claim.text,
        language=shelf.source(claim.accounts[0].document).language if claim.accounts else "und",
        pieces=pieces(claim.text, Span(0, len(claim.text)), marked),
        origins=wording.origins(claim.origins),
    )


def _party(party: Party) -> PartyFound:
    reports = len({mention.document for mention in party.mentions})
    return PartyFound(f"/parties/{party.id}", party.name, TYPES[party.type], reports)


def _report(shelf: Shelf, key: str, asked: Sequence[Phrase]) -> ReportFound:
    spans = places(shelf.document(key).text, asked) or (Span(0, 0),)
    sentence = shelf.sentence_at(key, spans[0].start) or spans[0]
    inside = [span for span in spans if sentence.contains(span)] or [spans[0]]
    return ReportFound(shelf.quote(key, inside[0], "found", inside), len(spans))


def _facets(by: Mapping[str, str], chosen: str, query: str) -> tuple[Facet, ...]:
    counts = sorted(Counter(by.values()).items(), key=lambda pair: (-pair[1], pair[0]))
    if len(counts) < 2:
        return ()
    return tuple(
        Facet(name, count, name == chosen, "?" + urlencode({"q": query} if name == chosen else {"q": query, "outlet": name}))
        for name, count in counts[:FACETS]
    )
