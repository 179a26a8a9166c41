"""All evaluations, one after another: `make eval`; with `language` those of single documents' words: `make eval-language`; with
`read` those of how documents are read: `make eval-read`.

Ends with 2 when data or an evaluation is missing, so that nothing is left out silently.
"""

import importlib
import importlib.util
import pkgutil
import sys
from collections.abc import Iterable, Sequence

import evals

LANGUAGE = ("attribution", "names", "sentences", "resolution", "speakers", "dates", "quantities")
"""What is measured of single documents' words, in the order in which it is shown."""
READ = ("read", "roles", "credits")
"""What is measured of how documents are read and cleaned."""
GROUPS = {"language": LANGUAGE, "read": READ}


def main(argv: Sequence[str]) -> int:
    if list(argv) not in ([], *([group] for group in GROUPS)):
        print(f"usage: python -m evals [{' | '.join(GROUPS)}]", file=sys.stderr)
        return 2
    return shown(GROUPS[argv[0]] if argv else every())


def every() -> list[str]:
    """The modules of this folder that measure something: those with a `main`."""
    names = sorted(m.name for m in pkgutil.iter_modules(evals.__path__) if m.name != "__main__")
    return [name for name in names if hasattr(importlib.import_module(f"evals.{name}"), "main")]


def shown(names: Iterable[str]) -> int:
    """Runs each evaluation under its name; the worst of what they return."""
    worst = 0
    for name in names:
        print(f"== {name}", flush=True)
        if importlib.util.find_spec(f"evals.{name}") is None:
            print(f"evals/{name}.py is not there: nothing measured", file=sys.stderr)
            worst = 2
            continue
        worst = max(worst, importlib.import_module(f"evals.{name}").main([]))
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
