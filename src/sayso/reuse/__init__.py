"""Which reports repeat one another: the same text word for word or reworded, and who took it from whom.

fingerprints  the words of a body, and hashes of every few of them in a row
candidates    which documents are worth laying beside each other
alignment     the passages that two documents share word for word, small edits and all
sentences     what is compared of each sentence: its vector, its words, its names and numbers
counterparts  which sentence says what another says, or a part of it
signs         what shows that one report is another in other words, weighed by rewording.toml
rewording     whether it is, and which sentences then correspond
lineage       what follows from passages, credits and dates
"""

from sayso.reuse.stage import Reuse

__all__ = ["Reuse"]
