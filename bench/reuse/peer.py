"""Near-duplicates by datasketch: MinHash of 128 permutations over the same shingles, and its index, asked for every document."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec

from sayso.findings import Reading
from sayso.folding import words
from sayso.reuse.fingerprints import OWN_WORDS, wording

PERMUTATIONS = 128
RESEMBLANCE = 0.5
"""Of two sets of shingles, above which the index should find them: its default is 0.9, and far below it has no use."""


def there() -> bool:
    """Whether datasketch and what it needs are installed."""
    return find_spec("datasketch") is not None and find_spec("scipy") is not None


@dataclass(frozen=True, slots=True)
class Indexed:
    """Seconds of the processor for the shingles, for the MinHashes, and for building and asking the index; the pairs found."""

    shingles: float
    hashes: float
    index: float
    pairs: frozenset[tuple[str, str]]


def one_by_one(readings: Sequence[Reading], shingle_words: int) -> Indexed:
    """As its documentation shows it: words joined to shingles, each put into the MinHash of its document."""
    from datasketch import MinHash

    start = time.process_time()
    sets = [{" ".join(row).encode() for row in _rows(reading, shingle_words)} for reading in readings]
    made = time.process_time()
    hashes = []
    for shingles in sets:
        one = MinHash(num_perm=PERMUTATIONS)
        for shingle in shingles:
            one.update(shingle)
        hashes.append(one)
    return _indexed(readings, hashes, made - start, time.process_time() - made)


def at_once(readings: Sequence[Reading], shingle_words: int) -> Indexed:
    """As fast as it goes: our own shingles, which are numbers already, and its MinHashes made in bulk."""
    from datasketch import MinHash

    start = time.process_time()
    sets = [[shingle.tobytes() for shingle in wording(reading, shingle_words).shingles] for reading in readings]
    made = time.process_time()
    hashes = MinHash.bulk(sets, num_perm=PERMUTATIONS)
    return _indexed(readings, hashes, made - start, time.process_time() - made)


def _rows(reading: Reading, length: int) -> list[list[str]]:
    own = [word.text for block in reading.profile.blocks_of(*OWN_WORDS) for word in words(block.span.of(reading.text))]
    return [own[at : at + length] for at in range(len(own) - length + 1)]


def _indexed(readings: Sequence[Reading], hashes: Sequence[object], shingles: float, minhash: float) -> Indexed:
    from datasketch import MinHashLSH

    start = time.process_time()
    index = MinHashLSH(threshold=RESEMBLANCE, num_perm=PERMUTATIONS)
    for reading, one in zip(readings, hashes, strict=True):
        index.insert(reading.id, one)
    met = {(reading.id, other) for reading, one in zip(readings, hashes, strict=True) for other in index.query(one)}
    pairs = frozenset((a, b) for a, b in met if a < b)
    return Indexed(shingles, minhash, time.process_time() - start, pairs)
