"""Web pages taken apart: one tree from which the main text, its captions and all that the page says of itself are read."""
