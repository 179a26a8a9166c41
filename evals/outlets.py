"""How often the outlet of an article is found: by its address alone, and by its text alone, against the outlet stated with it.

Needs the shared data beside the project. The stated outlets are those of a site that rates outlets: what it names by an author
("John Doe") or by a department is left out, for it names no outlet. Prints shares, and the outlets that are found least often.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from evals.measure import DATA, records
from sayso.clean.outlet import outlet_of
from sayso.clean.roles import blocks_of
from sayso.documents import Declared
from sayso.outlets import OutletKind, name_key, named

EACH = 20
"""Of so many articles one is read for its words; all are looked up by their addresses."""


@dataclass(slots=True)
class Count:
    """How often the right outlet, another one, or none was found."""

    right: int = 0
    other: int = 0
    none: int = 0
    missed: Counter[str] = field(default_factory=Counter)

    def add(self, stated: str, found: str | None) -> None:
        if found is None:
            self.none += 1
        elif name_key(found) == name_key(stated):
            self.right += 1
        else:
            self.other += 1
        if found is None or name_key(found) != name_key(stated):
            self.missed[f"{stated} → {found}"] += 1

    def __str__(self) -> str:
        total = max(1, self.right + self.other + self.none)
        return f"right {self.right / total:.3f}  another {self.other / total:.3f}  none {self.none / total:.3f}  of {total}"


def main(argv: Sequence[str] | None = None) -> int:
    """Prints a line for addresses and one for texts. Returns 2 when the shared data is not there."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--missed", type=int, default=0, metavar="N", help="print the N most frequent that were found otherwise")
    asked.add_argument("--each", type=int, default=EACH, metavar="N", help="of so many articles read one (20)")
    given = asked.parse_args(argv)
    articles = list(_articles())
    if not articles:
        print(f"{DATA / 'articles'} is not there: nothing measured", file=sys.stderr)
        return 2
    by_address, by_text = Count(), Count()
    for number, (stated, url, text) in enumerate(articles):
        by_address.add(stated, outlet_of("", (), Declared(url=url))[0])
        if number % given.each == 0:
            by_text.add(stated, outlet_of(text, blocks_of(text, Declared()), Declared())[0])
    for name, count in (("address", by_address), ("text", by_text)):
        print(f"{name:9}{count}")
        for words, times in count.missed.most_common(given.missed):
            print(f"  {times:5} {words}")
    return 0


def _articles() -> Iterator[tuple[str, str, str]]:
    """The stated outlet, as the table calls it, the address and the text of every article whose outlet the table knows."""
    for file in sorted((DATA / "articles").glob("*.jsonl.gz")):
        for record in records(file):
            known = named(record["outlet"]) or named(record["outlet"].split(" - ")[0])
            if known and known.kind is not OutletKind.TRANSPORT:
                yield known.name, record["url"], record["text"]


if __name__ == "__main__":
    sys.exit(main())
