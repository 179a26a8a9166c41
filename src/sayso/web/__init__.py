"""The pages: a case as a reporter reads it, in a browser, without scripts."""

from sayso.web.server import serve
from sayso.web.site import app

__all__ = ["app", "serve"]
