"""What is the report and what is the page around it: roles of blocks, outlet, byline, date, language and credits."""

from sayso.clean.stage import Clean

__all__ = ["Clean"]
