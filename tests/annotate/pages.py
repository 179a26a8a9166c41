"""Documents written for these tests, each line a block of the body unless a role is given."""

from collections.abc import Sequence

from sayso.annotate import annotated
from sayso.annotate.language import Recogniser
from sayso.documents import Basis, Block, Document, Profile, Published, Role
from sayso.findings import Annotation, LocalParty, NameType
from sayso.identity import identify
from sayso.spans import Span

RECOGNISE = Recogniser()


def blocks(text: str, roles: Sequence[Role] = ()) -> tuple[Block, ...]:
    out, start = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            out.append(Block(Span(start, start + len(line)), roles[number] if number < len(roles) else Role.BODY))
        start += len(line) + 1
    return tuple(out)


def pair(text: str, published: str | None = "2024-03-13", roles: Sequence[Role] = ()) -> tuple[Document, Profile]:
    basis = Basis.STATED if published else Basis.UNKNOWN
    key = identify("d", text)
    profile = Profile(key, None, None, None, (), Published(published, basis), "en", blocks(text, roles))
    return Document(key, "one.txt", "one.txt", text), profile


def read(text: str, published: str | None = "2024-03-13", roles: Sequence[Role] = ()) -> Annotation:
    return annotated(*pair(text, published, roles), RECOGNISE)


def names(text: str, kind: NameType | None = None) -> list[str]:
    return [n.span.of(text) for n in read(text).names if kind is None or n.type is kind]


def party(text: str, name: str) -> LocalParty:
    return next(p for p in read(text).parties if name == p.name or name in p.aliases)
