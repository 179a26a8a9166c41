"""The recogniser by patterns, which the trained one replaced: kept as the baseline that the trained one is measured beside."""

from evals.patterns.recogniser import recognise_by_patterns

__all__ = ["recognise_by_patterns"]
