"""Word documents (ECMA-376, .docx): `package` opens one and looks at its sizes first, `blocks` walks its parts in order."""

from sayso.read.docx.form import DOCX

__all__ = ["DOCX"]
