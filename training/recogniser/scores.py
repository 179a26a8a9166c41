"""How good what was found is beside what people marked: names exact, and attributions by a plain reading of the official scorer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from training.recogniser.records import Marked, Record, Stretch

Name = tuple[int, int, str]
Found = tuple[Record, list[Marked], list[Name]]
"""A text with the attributions and the names found in it."""


def figures(read: Iterable[Found]) -> dict[str, float]:
    """F1 of names (person, organisation, place; exact span and type) by their data, and of attributions, whole and strict."""
    names: dict[str, list[int]] = {}
    whole, strict = [0, 0, 0], [0, 0, 0]
    for record, found, called in read:
        if record.attributions is not None:
            for counts, exact in ((whole, False), (strict, True)):
                counts[0] += _matches(found, record.attributions, exact)
                counts[1] += len(found)
                counts[2] += len(record.attributions)
        if record.names is not None:
            gold = {name for name in record.names if name[2] != "other"}
            ours = {name for name in called if name[2] != "other"}
            counts = names.setdefault(record.name.partition("/")[0], [0, 0, 0])
            counts[0] += len(gold & ours)
            counts[1] += len(ours)
            counts[2] += len(gold)
    return {
        **{f"names {kind}": _f1(*counts) for kind, counts in names.items()},
        "whole": _f1(*whole),
        "whole P": round(whole[0] / max(1, whole[1]), 4),
        "whole R": round(whole[0] / max(1, whole[2]), 4),
        "strict": _f1(*strict),
    }


def _f1(right: int, found: int, gold: int) -> float:
    return round(2 * right / max(1, found + gold), 4)


def _matches(found: Sequence[Marked], gold: Sequence[Marked], exact: bool) -> int:
    left, count = list(found), 0
    for each in gold:
        hit = next((other for other in left if (other == each if exact else _alike(other, each))), None)
        if hit is not None:
            left.remove(hit)
            count += 1
    return count


def _alike(found: Marked, gold: Marked) -> bool:
    """Contents that overlap by half of both, and half of the shorter source and cue in common."""
    ours, theirs = _characters(found.content), _characters(gold.content)
    if not ours or not theirs or len(ours & theirs) < 0.5 * len(ours | theirs):
        return False
    for a, b in ((found.source, gold.source), (found.cue, gold.cue)):
        ours, theirs = _characters(a), _characters(b)
        if theirs and (not ours or len(ours & theirs) < 0.5 * min(len(ours), len(theirs))):
            return False
    return True


def _characters(stretches: Sequence[Stretch]) -> set[int]:
    return {i for start, end in stretches for i in range(start, end)}
