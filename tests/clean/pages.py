from __future__ import annotations

from sayso.clean.stage import profile
from sayso.documents import Declared, Document, Profile, Role

NOTHING = Declared()
LEAD = "A cargo ship ran aground off the coast of Norland on Monday, its authority said, and the crew of nine was brought ashore."
NEXT = "The authority said no oil was lost. “We were lucky,” its head told reporters, and added that the storm was to blame."
LAST = "The owner of the ship did not answer calls. Its insurer said that it would look at the log before it said anything at all."
STORY = f"{LEAD}\n\n{NEXT}\n\n{LAST}"


def clean(text: str, declared: Declared = NOTHING) -> Profile:
    return profile(Document("d-1", "a.txt", "a.txt", text, declared))


def roles(text: str, declared: Declared = NOTHING) -> list[tuple[Role, str]]:
    """Each block's role and words, in order."""
    return [(block.role, block.span.of(text)) for block in clean(text, declared).blocks]


def role_of(line: str, text: str, declared: Declared = NOTHING) -> Role | None:
    """The role of the first block that begins with the line."""
    return next((role for role, words in roles(text, declared) if words.startswith(line)), None)
