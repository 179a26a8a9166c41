"""Pieces are read apart from the program: in processes of their own with limits, so that no input can hurt or hold up a run.

`crew` deals pieces out, `worker` is the program's end of one process and stops it when it takes too much, `messages` is what the
two tell one another. In the process run `serving`, what it may take (`bounds`) and what it may not do (`guard`, `fence`).
"""

from sayso.read.workers.crew import FORMS, Crew

__all__ = ["FORMS", "Crew"]
