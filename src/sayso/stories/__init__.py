"""Which documents report one event.

    rarity      how rare words, names and numbers are
    outlines    what each document shows of its event: its openings, words, names, numbers, days
    likeness    how alike two outlines are, feature by feature, and what that makes with the weights
    candidates  which documents are compared
    clustering  stories out of likenesses, without chains
    labels      what a story is called
"""

from sayso.stories.stage import Stories

__all__ = ["Stories"]
