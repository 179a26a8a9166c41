"""The models and how they run: small, on this machine, without a network."""

from sayso.annotate.language.encoder import Encoder

__all__ = ["Encoder"]
