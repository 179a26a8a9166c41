"""Every file of the machine interface and every field in it: what docs/export.md is made of and the tests hold the output to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A field by its name, the form of its value, and what it means."""

    name: str
    form: str
    help: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file: what a line of it is, in which order the lines come, and the fields of a line in their order."""

    name: str
    about: str
    order: str
    fields: tuple[Field, ...]


ID = Field("id", "text", "Made from what it is: the same finding has the same id in every run.")
BECAUSE = Field("because", "[text …]", "Why this was found, in words.")

SHEETS = (
    Sheet(
        "documents",
        "A report as published by one outlet.",
        "key, id",
        (
            Field("id", "text", "Made from the content: the same document has the same id in every case."),
            Field("key", "text", "The record's own `id`, else the file's path below what was given."),
            Field("path", "text", "The file it was read from, as it was given."),
            Field("url", "text or null", "Its address, where the page or record states one."),
            Field("outlet", "text or null", "The outlet that published it; null when it cannot be told."),
            Field("family", "text or null", "The publisher family that the outlet belongs to, where it is known."),
            Field("title", "text or null", "Its headline."),
            Field("authors", "[text …]", "The names in its byline."),
            Field(
                "published",
                "{date, basis}",
                "`date` is an EDTF date or null; `basis` is `stated`, `inferred`, `ruled` (by a person) or `unknown`.",
            ),
            Field("language", "text or null", "The language of its text, as a two-letter code."),
            Field("text", "text", "The untouched text; all spans of the document count its code points."),
            Field(
                "blocks",
                "[{span, role} …]",
                "Its paragraphs: `headline`, `dateline`, `byline`, `body`, `caption`, `credit`, `promo` or `chrome`.",
            ),
            Field("credits", "[{name, span} …]", "Where it names whose copy it carries."),
            Field("story", "id or null", "The story that it reports."),
            Field("unread", "[span …]", "Where nobody looked for names and for who says what, as in another language."),
        ),
    ),
    Sheet(
        "versions",
        "What stood at a document's place (its address, its file) before the text that stands there now.",
        "document, then oldest first",
        (
            Field("id", "text", "Made from the content, as a document's is."),
            Field("document", "id", "The document that stands there now."),
            Field("key", "text", "What it was called when it was read."),
            Field("path", "text", "The file it was read from, as it was given."),
            Field("url", "text or null", "Its address, where the page, record or archive states one."),
            Field("title", "text or null", "Its title, as declared."),
            Field("published", "text or null", "When it was published, as declared."),
            Field("modified", "text or null", "When it was last changed, as declared."),
            Field("captured", "text or null", "When it was fetched or archived, in UTC."),
            Field("text", "text", "The untouched text."),
        ),
    ),
    Sheet(
        "parties",
        "A person, organisation or place across all documents.",
        "id",
        (
            ID,
            Field("name", "text", "The fullest name that the documents give."),
            Field("type", "text", "`person`, `organization`, `place` or `other`."),
            Field("aliases", "[text …]", "Other names it goes by."),
            Field("mentions", "[{document, span} …]", "Everywhere it is meant, by name, role or pronoun."),
        ),
    ),
    Sheet(
        "attributions",
        "Someone (source) said (cue) something (content).",
        "id",
        (
            ID,
            Field("document", "id", "Where it stands."),
            Field("kind", "text", "`direct`, `indirect` or `mixed`."),
            Field("source", "[span …]", "The words that name who said it; empty when the text leaves it open."),
            Field("cue", "[span …]", "The words that say that it was said."),
            Field("content", "[span …]", "What was said."),
            Field("speaker", "id or null", "The party behind the source."),
            Field(
                "stance",
                "text",
                "What the cue does: `states`, `alleges`, `reveals`, `confirms`, `denies`, `declines to comment`, "
                "`did not respond`, `urges`, `warns`, `predicts`, `believes`, `asks` or `promises`.",
            ),
            Field(
                "commitment",
                "text",
                "What the outlet makes of it by the words it tells it with, apart from the speaker: `only reports it`, "
                "`leaves it open`, `takes it for fact` or `casts doubt`.",
            ),
            Field(
                "chain",
                "[{role, name, party} …]",
                "The hands it went through, first to last: `speaker`, `channel`, `relay`, `outlet`; `party` is an id or null.",
            ),
        ),
    ),
    Sheet(
        "passages",
        "The same text in two documents.",
        "id",
        (
            ID,
            Field("a", "id", "The document with the smaller id."),
            Field("a_span", "span", "Where in it."),
            Field("b", "id", "The other document."),
            Field("b_span", "span", "Where in that."),
            Field("kind", "text", "`verbatim` or `reworded`."),
            Field("score", "number", "0 to 1: the share of words alike, or how near the meanings are."),
            Field("direction", "text", "`a→b` (`b` took it, or is a later version), `b→a`, `common` (both took it) or `unknown`."),
            BECAUSE,
        ),
    ),
    Sheet(
        "stories",
        "The documents about one event.",
        "id",
        (
            ID,
            Field("label", "text", "The words its own reports give it."),
            Field("documents", "[id …]", "In order of publication."),
        ),
    ),
    Sheet(
        "claims",
        "One proposition that at least one document gives.",
        "id",
        (
            ID,
            Field("story", "id", "The story that it belongs to."),
            Field("text", "text", "Its clearest account, in the source's own words."),
            Field(
                "accounts",
                "[{document, span, attribution, stance, outlet} …]",
                "Each document's version; `attribution` is null where the document says it in its own voice.",
            ),
            Field(
                "origins",
                "{count, status, groups}",
                "How many origins are shown to be independent. `status` is `single`, `independent` or `not-established`; "
                "`groups` is [{accounts, because} …], where `accounts` are places in the list of accounts, from 0.",
            ),
            Field(
                "alone",
                "true or false",
                "Whether it stands in one outlet alone. Reports that carry one another's words are no second voice.",
            ),
            Field(
                "silent",
                "[id …] or null",
                "The story's documents that were read throughout and give no account of it; null where it stands `alone`: "
                "then that is all others without `unread`.",
            ),
        ),
    ),
    Sheet(
        "differences",
        "Where accounts of one claim part.",
        "id",
        (
            ID,
            Field("claim", "id", "The claim whose accounts part."),
            Field(
                "kind",
                "text",
                "`number`, `date`, `name`, `place`, `negation`, `stance`, `quote`, `hedge` or `attribution`.",
            ),
            Field("verdict", "text", "`conflict`, `compatible`, `changed over time`, `altered` or `lost`."),
            Field("sides", "[{document, span, value} …]", "What each document has there, and its value in plain form."),
            BECAUSE,
        ),
    ),
    Sheet(
        "events",
        "Something that is said to have happened at a time.",
        "id",
        (
            ID,
            Field("story", "id", "The story that it belongs to."),
            Field("date", "text", "An EDTF date, no more exact than the words."),
            Field("basis", "text", "`stated`, `inferred` (worked out from other words) or `unknown`."),
            Field("document", "id", "Where it stands."),
            Field("span", "span", "The words that say it."),
            Field("claim", "id or null", "The claim that it is part of."),
        ),
    ),
    Sheet(
        "decisions",
        "What a person ruled, and how it stands.",
        "as they were made",
        (
            ID,
            Field("when", "text", "The time, with its zone."),
            Field("who", "text", "The person."),
            Field(
                "what",
                "text",
                "`accept`, `reject`, `merge`, `split`, `speaker`, `role`, `outlet`, `date`, `grade`, `note` or `undo`.",
            ),
            Field(
                "target",
                "{about, name, places, others}",
                "What was ruled on, by the words by which it is found again: `about` is its kind, `name` what it was called, "
                "`places` are [{document, key, span, words} …], with null for the span of a whole document; `others` are the "
                "places that stay behind in a split.",
            ),
            Field("value", "text or null", "What was put in place of what was found: a name, a role, a date, a grade."),
            Field("reason", "text", "Why, in that person's words."),
            Field("undoes", "id or null", "The decision that this one undoes."),
            Field(
                "standing",
                "text",
                "`stands`, `undone`, `replaced` (by a later one on the same), `its target is gone`, or `waits for the next run`.",
            ),
            Field("finding", "id or null", "What it is about today: \"a+b\" for who of two documents took from whom."),
            BECAUSE,
        ),
    ),
    Sheet(
        "rejected",
        "Something offered that could not be used.",
        "path, stage, reason",
        (
            Field("path", "text", "What was offered."),
            Field("stage", "text", "The stage where it stopped."),
            Field("reason", "text", "Why, and what to do."),
        ),
    ),
)
