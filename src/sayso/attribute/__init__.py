"""attribute: who says what. Sources, cues and contents, with the speaker, the stance and the chain of hands of each."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribute.attributions import attributions
from sayso.attribute.ruled import corrected, unruled
from sayso.documents import Document, Profile
from sayso.findings import Annotation, Attribution, Ruling
from sayso.rulings import of_documents
from sayso.stages import Bench, Found, Outcome

__all__ = ["Attribute", "attributions"]


@dataclass(frozen=True, slots=True)
class Attribute:
    """The stage: the Attributions of each document, in the order of the documents and of the text in each."""

    name: str = "attribute"
    version: int = 4
    needs: tuple[type, ...] = (Document, Ruling, Profile, Annotation)
    gives: tuple[type, ...] = (Attribution,)

    def run(self, found: Found, bench: Bench) -> Outcome:
        profiles = {profile.document: profile for profile in found[Profile]}
        annotations = {annotation.document: annotation for annotation in found[Annotation]}
        ruled = of_documents(found[Ruling])
        triples = [(d, profiles[d.id], unruled(annotations[d.id], ruled.get(d.id, ()))) for d in found[Document]]
        said = tuple(a for found_in in bench.each(attributions_of, triples) for a in found_in)
        return Outcome({Attribution: corrected(said, annotations, found[Ruling])})


def attributions_of(triple: tuple[Document, Profile, Annotation]) -> tuple[Attribution, ...]:
    """`attributions` as a bench calls it: with one item, by a function that another process can find by its name."""
    return attributions(*triple)
