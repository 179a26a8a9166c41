"""PDF: the words of its text layer. A page holds glyphs at places and nothing else, so that lines, columns and paragraphs are
found by where they stand: `glyphs` → lines, `margins` sets heads and feet apart, `columns` the order, `paragraphs` the text.
"""

from sayso.read.pdf.form import PDF

__all__ = ["PDF"]
