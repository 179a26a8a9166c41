"""The models and how they run: small, on this machine, without a network."""

from sayso.annotate.language.encoder import Encoder
from sayso.annotate.language.recogniser import Recogniser

__all__ = ["Encoder", "Recogniser"]
