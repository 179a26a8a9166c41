"""`make chaos`: `python -m tests.chaos [KILLS] [SEED]`. Kills, failing calls, many hands; prints figures, fails on any loss."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from sayso.stages import Outcome
from sayso.store.writer import Writer
from tests.chaos import desk
from tests.chaos.failing import fail_all
from tests.chaos.killing import forking
from tests.chaos.kills import Ground, kill
from tests.store.values import stages


def main() -> None:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, forking() as forked:
        struck = kill(Ground(Path(folder), forked), kills, random.Random(seed))
    print(f"{kills} kills (seed {seed}), still at work when struck: " + ", ".join(f"{n} × {name}" for name, n in struck.items()))
    with tempfile.TemporaryDirectory() as folder:
        base, ground = Path(folder, "base.sayso"), Path(folder, "ground")
        ground.mkdir()
        with Writer(base) as writer:
            writer.begin_run(stages())
            for stage in stages():
                writer.keep(stage, Outcome(stage.values, stage.rejected))
        print(f"{fail_all(base, ground).total()} failed calls: the old state or the new one, and told")
    desk.main([])
    print(f"nothing was lost; {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
