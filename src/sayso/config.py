"""Settings of each stage, with their help. A user changes them in a TOML file: `sayso run --settings FILE`.

Every number here is one that was tuned; the help says what it does, the comment what it was tuned on.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from sayso.errors import UsageError

KINDS = {int: "a whole number", float: "a number", str: "a text", bool: "true or false"}


def _setting(default: Any, help: str) -> Any:  # noqa: A002 (the word users know)
    return field(default=default, metadata={"help": help})


@dataclass(frozen=True, slots=True)
class ReadSettings:
    largest_file_mb: int = _setting(100, "A file larger than this many megabytes is rejected.")
    longest_text: int = _setting(1_000_000, "A document of more characters than this is rejected: it is not one report.")
    # The records of a file as large as may be read come to half of this; a thousandth of it is a long day of a newsroom.
    longest_output: int = _setting(200_000_000, "A file, or a page of an archive, that gives more characters is stopped.")
    memory_mb: int = _setting(512, "A reader of one piece that takes more memory than this many megabytes is stopped.")
    seconds: int = _setting(10, "A reader of one piece that takes longer than this many seconds is stopped.")
    workers: int = _setting(0, "So many pieces are read at a time; 0 means one for each core.")
    columns: str = _setting(
        "", "Which field of a record is what, as --map says it, where no known export tells: title=headline 'text=Full text'."
    )


@dataclass(frozen=True, slots=True)
class FetchSettings:
    largest_mb: int = _setting(20, "What is larger than this many megabytes, as it is sent or unpacked, is not fetched.")
    connect_seconds: float = _setting(10.0, "A server that cannot be reached within so many seconds is given up.")
    seconds: float = _setting(60.0, "An answer that is not there, whole, within so many seconds is given up.")
    redirects: int = _setting(5, "An address that sends on more often than this is given up.")
    pause_seconds: float = _setting(1.0, "So long is waited between two requests to one host.")
    longest_pause_seconds: float = _setting(30.0, "A longer wait that a site's robots.txt asks for is kept up to this.")
    most_links: int = _setting(500, "Of the addresses in one feed or list, at most this many are fetched at a time.")
    watch_days: float = _setting(2.0, "`sayso watch` looks again at a page for so many days, ever more rarely.")
    allow: str = _setting("", "Networks beside the public one from which may be fetched: 10.0.0.0/8 192.168.1.7/32.")


@dataclass(frozen=True, slots=True)
class CleanSettings:
    outlets: str = _setting("", "A file of outlets in the form of Sayso's own table, which they add to and correct.")


@dataclass(frozen=True, slots=True)
class ReuseSettings:
    # Read on 1,000 articles and the case huang: shorter runs pair documents by stock phrases, longer ones miss edited copies.
    shingle_words: int = _setting(5, "Words in a row that two documents must share before they are laid beside each other.")
    common_shingle: int = _setting(64, "Documents with a run of words that more than these hold are compared with the earliest.")
    # Without this, four passages in five of the 1,000 articles were newsletter forms and footers of one outlet.
    house_text: int = _setting(3, "What more documents of one outlet than this have in common is the outlet's house text.")
    # Of 3,500 articles: 3 lays 6,500 pairs beside each other, 4 with 3 rare ones a third of them, and loses 13 of 890 passages,
    # stock phrases nearly all ("running for president of the United States").
    shared_shingles: int = _setting(4, "Two documents are laid beside each other when they share this many such runs at one place,")
    rare_shingles: int = _setting(3, "or this many that hardly any other document holds.")
    # Eleven words and fewer are mostly titles and set phrases ("and his running mate"); a quotation is telling sooner.
    passage_words: int = _setting(12, "A verbatim passage has at least this many words alike.")
    quoted_words: int = _setting(8, "A verbatim passage inside quotation marks has at least this many words alike.")
    edit_words: int = _setting(3, "So many words may be changed, added or left out at one place inside a verbatim passage.")
    alike: float = _setting(0.7, "A verbatim passage has at least this share of its words alike.")
    # Shorter than a quotation need be, a stretch is a set phrase as often as not, even beside a passage.
    broken_words: int = _setting(8, "So many words alike count where they go on behind a caption at which a passage broke off.")
    # Of 100 findings read on 14,000 articles 22 were wrong, most of them what everyone writes. Of 36 short stretches read that are
    # worth less than 3.5, 22 were such phrases, of 18 worth up to 4.5 there were 5; 15 of 30 read that this takes away.
    own_words: int = _setting(4, "Words of its writer's choice (no names, none of reuse/words.toml) that a passage must have,")
    own_quoted: int = _setting(3, "or so many where it is quoted,")
    own_worth: float = _setting(3.5, "and what these must be worth where it is short: a word that all documents have is worth 0.")
    common_word: int = _setting(64, "A word is worth 1 that no more documents have than these.")
    phrase_words: int = _setting(20, "A passage of so many words is not short.")
    long_passage: int = _setting(60, "So many words alike nobody writes by chance, in one passage or in several.")
    # A spun copy has a cosine of 0.96 with its original, reports on one theme 0.77 to 0.81.
    window_days: int = _setting(30, "Documents published further apart than this are not compared for rewording.")
    near_documents: int = _setting(12, "A document is compared for rewording with at most this many nearest documents.")
    near: float = _setting(0.7, "Two documents are compared for rewording when the cosine of their mean vectors is at least this.")
    # On half of evals/rewording all spun versions are above 0.71, second reports below 0.65; of 299 pairs of reports on one event
    # (BASIL) none is above 0.64.
    reworded_score: float = _setting(0.69, "One report rewords another when their score (rewording.toml of reuse) is this or more.")
    corresponding: float = _setting(0.5, "Two sentences can correspond when each is the other's nearest, at this cosine at least.")
    part: float = _setting(0.5, "A sentence can be a part of its neighbour's counterpart, split or merged, at this cosine or more,")
    part_gain: float = _setting(0.03, "when the two together are by so much nearer to that counterpart than the neighbour alone.")
    reworded_near: float = _setting(0.7, "A sentence in the same order as the rest, but not next to any, needs this cosine,")
    reworded_alike: float = _setting(0.4, "or this share of its words alike in the same order.")
    moved_near: float = _setting(0.65, "One in another order than the rest needs this cosine,")
    moved_alike: float = _setting(0.5, "or this share of its words alike.")
    common_detail: int = _setting(64, "A name or number that more documents than these have is no rare detail of any of them.")
    word_for_word: float = _setting(0.85, "A sentence with at least this share of its words alike is not called reworded.")
    # Of the 300 pairs of BASIL one has four such sentences, and that one is a copy.
    reworded_pairs: int = _setting(4, "So many sentences in the same order with that share of their words alike show a rewording,")
    reworded_share: float = _setting(0.3, "or two and more that are this share of the shorter document's sentences.")
    # Of 2,014 pairs of one outlet among 14,000 articles 8 are above; below come pages that share a box of facts (0.6 of both).
    version_share: float = _setting(0.8, "One outlet's texts are versions of one report when this share of either is shared, and")
    copied_share: float = _setting(0.5, "this share of both; an earlier document is the source when either body shares this.")
    wire_share: float = _setting(0.1, "A credit to a wire explains a shared text when it is this share of either body.")


@dataclass(frozen=True, slots=True)
class StoriesSettings:
    # B-cubed F1 on two times 150 articles of BASIL and AllSides: 1.000, 0.990, 0.942, 0.960 at 0.26; 1.000, 0.990, 0.934, 0.960
    # at 0.3, where an inquiry into an event stands apart from it. Lower joins related affairs, higher keeps the days of one apart.
    same_event: float = _setting(0.26, "Groups of documents report one event when the mean score of their pairs is at least this.")
    # 99 in 100 of AllSides' stories lie within 7 days; an affair goes on for longer.
    window_days: int = _setting(30, "Documents published further apart than this are not compared, unless they share text.")
    # No pair of one story was missed at 40; the work grows with this, not with the square of the documents.
    near_documents: int = _setting(40, "A document is compared with at most this many nearest documents.")


@dataclass(frozen=True, slots=True)
class CollateSettings:
    # By pairs that were read (`python -m evals.alignment`): of those near 0.6 nine in ten give one proposition.
    align_at: float = _setting(0.6, "Two accounts give one claim when their score (weights.toml of collate) is at least this.")
    align_again_at: float = _setting(0.75, "The same for accounts where one document would give the claim more than once.")
    near: float = _setting(0.4, "Two accounts are compared when the cosine of their vectors is at least this.")
    near_again: float = _setting(0.4, "The same for two accounts of one document.")
    candidates: int = _setting(40, "An account is compared with at most this many nearest accounts of its story.")
    alike: float = _setting(0.7, "Two sentences are compared word by word when at least this share of their words is the same.")
    versions: int = _setting(12, "So many wordings of one claim are compared with each other for differences.")


@dataclass(frozen=True, slots=True)
class Settings:
    read: ReadSettings = ReadSettings()
    fetch: FetchSettings = FetchSettings()
    clean: CleanSettings = CleanSettings()
    reuse: ReuseSettings = ReuseSettings()
    stories: StoriesSettings = StoriesSettings()
    collate: CollateSettings = CollateSettings()


def load(path: Path) -> Settings:
    """Settings from a TOML file with one table a stage; what it leaves out keeps its default.

    Raises `UsageError` when the file cannot be read, is no TOML, or names a stage, a setting or a kind of value that is not there.
    """
    try:
        tables = tomllib.loads(path.read_text("utf8"))
    except OSError as e:
        raise UsageError(f"{path}: cannot be read: {e.strerror}", "Give --settings a file that exists.") from e
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise UsageError(f"{path}: is not a TOML file: {e}", "See docs/settings.md for the form.") from e
    settings = Settings()
    for stage, table in tables.items():
        if stage not in {f.name for f in fields(Settings)} or not isinstance(table, dict):
            raise UsageError(f"{path}: there is no stage '{stage}'", "See docs/settings.md for all settings.")
        settings = replace(settings, **{stage: _changed(getattr(settings, stage), table, f"{path}: {stage}")})
    return settings


def _changed(defaults: Any, table: dict[str, object], where: str) -> Any:
    known = {f.name: type(getattr(defaults, f.name)) for f in fields(defaults)}
    for name, value in table.items():
        if name not in known:
            raise UsageError(f"{where}: there is no setting '{name}'", "See docs/settings.md for all settings.")
        if known[name] is float and type(value) is int:
            table[name] = float(value)
        elif type(value) is not known[name]:
            raise UsageError(f"{where}.{name} must be {KINDS[known[name]]}", f"It is {value!r}.")
    return replace(defaults, **table)
