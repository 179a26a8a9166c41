"""Files, pages, records and standard input become documents; what cannot be used is rejected with its reason."""

from sayso.read.links import links_of
from sayso.read.offers import offers
from sayso.read.stage import Read

__all__ = ["Read", "links_of", "offers"]
