"""Names that are one party, while it is being put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sayso.annotate.aliases import honoured
from sayso.findings import NameType
from sayso.spans import Span


@dataclass(slots=True)
class Group:
    """Its type, how it is called and how often, where it is named (`spans`) or called by what it is (`roles`), and why.

    It changes while names are joined; `parties.party` makes the value of it.
    """

    type: NameType
    forms: Counter[str] = field(default_factory=Counter)
    spans: list[Span] = field(default_factory=list)
    roles: list[Span] = field(default_factory=list)
    because: list[str] = field(default_factory=list)

    @property
    def places(self) -> list[Span]:
        """Where it is named, or called by what it is."""
        return sorted((*self.spans, *self.roles))

    @property
    def first(self) -> int:
        return self.places[0].start

    def take(self, other: Group, why: str) -> None:
        self.forms.update(other.forms)
        self.spans.extend(other.spans)
        self.roles.extend(other.roles)
        self.because.extend((*other.because, why))


def shown(group: Group) -> str:
    """The form that says most: the longest, without honours; of two as long, the one used more."""
    forms = {_plain(form): count for form, count in sorted(group.forms.items())} if group.type is NameType.PERSON else group.forms
    forms = {form: count for form, count in forms.items() if not honoured(form)} or group.forms
    return max(forms, key=lambda form: (len(form.split()), not form.isupper(), len(form), forms[form], form))


def _plain(form: str) -> str:
    rest = form.split()[1:]
    return " ".join(rest) if len(rest) > 1 and form.split()[0] in ("Sir", "Dame", "Lord", "Lady", "Baroness") else form


MOST_COMPARED = 60
"""Groups compared with one: a mark that more share tells nothing."""


def joined(
    found: list[Group], marks: Callable[[Group], Iterable[str]], alike: Callable[[Group, Group], str | None]
) -> list[Group]:
    """Groups that are alike made one. Only those that share a mark are compared, so that many names take no longer than few."""
    out: list[Group] = []
    marked: dict[str, list[Group]] = {}
    for group in found:
        mine = sorted(set(marks(group)))
        near = {id(other): other for mark in mine for other in marked.get(mark, ()) if other.type is group.type}
        owner, why = next(
            ((other, why) for other in list(near.values())[:MOST_COMPARED] if (why := alike(other, group))), (None, None)
        )
        if owner is not None and why is not None:
            owner.take(group, why)
        else:
            out.append(group)
        for mark in mine:
            marked.setdefault(mark, []).append(owner or group)
    return out
