"""The sample corpus: three invented contested events as invented outlets report them, and the answer key to it.

`corpus()` is the folder to run Sayso on; `answer_key()` is what a careful reader finds in it.
"""

from sayso.samples.entries import AnswerKey
from sayso.samples.key import answer_key, corpus

__all__ = ["AnswerKey", "answer_key", "corpus"]
