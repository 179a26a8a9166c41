"""Words of pictures: captions, photo credits, and captions that a page ran into the paragraph before them."""

from __future__ import annotations

import re

from sayso.clean.draft import Draft, cut
from sayso.documents import Role

LONGEST = 500
REPEATED = 0.8
"""The share of a sentence's words that another paragraph must have for the one to repeat the other."""
AGENCY = (
    r"(?:Getty(?: Images)?(?: North America| Europe)?|AP(?: Photo| Images)?|AFP|A\.?F\.?P\.?|Reuters|REUTERS|EPA(?:-EFE)?|EFE|PA(?: Wire| Media| Images)?|dpa"
    r"|picture alliance|Shutterstock|iStock(?:photo)?|Alamy(?: Stock Photo| Live News)?|Rex(?: Features)?|REX|Bloomberg|Zuma(?: Press)?|ZUMA|Sipa(?: USA)?"
    r"|NurPhoto|Anadolu(?: Agency)?|TASS|Xinhua|Sputnik|Kyodo|Yonhap|Corbis|WireImage|imago(?: images)?|ANP|TT|Scanpix|Handout|Wikimedia(?: Commons)?"
    r"|Creative Commons|UPI|CQ[ -]Roll Call|Pool|POOL|Press Association|Associated Press|Ukrinform|Unsplash|Pixabay|Flickr|POLITICO|SANA|ANSA|LaPresse|MAXPPP)"
)
CREDIT_END = re.compile(
    rf"(?:[\w.’'-]+ ){{0,4}}[\w.’'-]+ ?/ ?(?:[\w.’' -]{{1,30}} ?(?:/|via) ?)?{AGENCY}(?: (?:via|/) ?[\w .’'-]{{2,30}})?\)?\.?$"
    rf"|{AGENCY}/[\w .’'-]{{2,40}}\)?\.?$"
    rf"|\((?:[\w .’'-]{{0,40}}[/,:] ?)?{AGENCY}(?:[ /,][\w .,’'/-]{{0,50}})?\)\.?$"
    rf"|\| ?(?:[\w .’'/-]{{0,40}})?{AGENCY}s?(?: [Pp]hotos?)?\.?$"
    rf"|(?:via|by) {AGENCY}$|\bGetty Images$|©\s?[\w .’'/-]{{2,50}}$"
    rf"|\b(?:Photo(?:graph)?|Picture|Image|Credit|Foto|Crédito|Crédit|Bild)s?(?: credit)?(?: by|:) ?[\w .’'/&,-]{{2,60}}\)?\.?$"
)
GLUED = re.compile(
    r"(?<=[.!?”\"’')] )(?:(?:File |Main |Top |Stock )?(?:[Pp]hoto|[Pp]icture|[Ii]mage|PHOTO)(?:graph)?(?: credit| by| shows)?|Pictured(?: (?:above|left|right|below))?|Above|Caption)s?: ?"
)
INSIDE = re.compile(
    r"\((?:(?:file |stock )?(?:image|photo|picture|pic)(?: (?:of|shows)\b[^()]{0,80})?|pictured(?: [^()]{0,60})?)\)|\bfile (?:photo|image)\b",
    re.I,
)


def split(draft: Draft, text: str, told: list[str]) -> list[Draft]:
    """The draft with a caption at its end cut off; `told` are the words of the other blocks.

    When what stands before the caption repeats a paragraph of the report, it belongs to the caption too.
    """
    match = GLUED.search(draft.words)
    if match is None or len(draft.words) - match.start() > LONGEST:
        return [draft]
    if _repeats(draft.words[: match.start()], told):
        draft.give(Role.CAPTION, "words of a picture, with a sentence of the report repeated")
        return [draft]
    pieces = cut(draft, text, [draft.span.start + match.start()])
    pieces[-1].give(Role.CAPTION, f"words of a picture: “{match[0].strip()}”")
    return pieces


def _repeats(words: str, told: list[str]) -> bool:
    ours = set(words.lower().split())
    return any(len(ours & set(other.lower().split())) >= REPEATED * max(len(ours), 1) for other in told if other.strip() != words)


def mark(draft: Draft) -> None:
    """Gives CAPTION to a line that ends with a photo credit, or names a picture and is no full sentence."""
    words = draft.words
    if len(words) > LONGEST:
        return
    if credit := CREDIT_END.search(words, max(0, len(words) - 160)):
        draft.give(Role.CAPTION, f"ends with a photo credit: “{credit[0].strip()}”")
    elif not draft.stopped and (inside := INSIDE.search(words)):
        draft.give(Role.CAPTION, f"names a picture and does not end like a sentence: “{inside[0]}”")
