"""The report: stories of a case as one file that needs nothing but itself."""

from sayso.report.markdown import markdown
from sayso.report.page import html

__all__ = ["html", "markdown"]
