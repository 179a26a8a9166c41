"""Says accounts in words; looks up documents, outlets and speakers once."""

from __future__ import annotations

from sayso.cli.phrases import outlet, saying
from sayso.cli.plain import plain
from sayso.documents import Document, Profile
from sayso.findings import Account, Attribution
from sayso.spans import Span
from sayso.store.base import View


class Teller:
    def __init__(self, view: View) -> None:
        self._view = view
        self._documents = {d.id: d for d in view.all(Document)}
        self._profiles = {p.document: p for p in view.all(Profile)}
        self._said = {a.id: a for a in view.all(Attribution)}

    def outlet(self, document: str) -> str:
        """The outlet of a document, or its file in brackets."""
        return outlet(self._profiles.get(document), self._documents[document])

    def words(self, document: str, span: Span) -> str:
        """What stands there, on one line."""
        return plain(span.of(self._documents[document].text))

    def saying(self, account: Account) -> str:
        """Who says so in this account, what the cue does, and through whom it came."""
        said = self._said.get(account.attribution or "")
        party = self._view.speaker(said) if said else None
        return saying(said, self._documents[account.document], party.name if party else None)
