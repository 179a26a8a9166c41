"""The library: what commands and pages do with a case, for programs and notebooks."""

from sayso.library.case import Case, open_case

__all__ = ["Case", "open_case"]
