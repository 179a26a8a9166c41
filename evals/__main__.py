"""All evaluations, one after another: `make eval`. Ends with 2 when data is missing, so that nothing is left out silently."""

import importlib
import pkgutil
import sys

import evals


def main() -> int:
    worst = 0
    for module in sorted(m.name for m in pkgutil.iter_modules(evals.__path__) if m.name != "__main__"):
        measure = getattr(importlib.import_module(f"evals.{module}"), "main", None)
        if measure is not None:
            print(f"== {module}", flush=True)
            worst = max(worst, measure([]))
    return worst


if __name__ == "__main__":
    sys.exit(main())
