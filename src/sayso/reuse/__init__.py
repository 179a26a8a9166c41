"""Which reports repeat one another: the same text word for word or reworded, and who took it from whom.

    fingerprints  the words of a body, and hashes of every few of them in a row
    candidates    which documents are worth laying beside each other
    alignment     the passages that two documents share word for word, small edits and all
    rewording     the sentences of one document that another says in other words, in the same order
    lineage       what follows from passages, credits and dates
"""

from sayso.reuse.stage import Reuse

__all__ = ["Reuse"]
