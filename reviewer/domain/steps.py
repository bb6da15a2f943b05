"""One undoable change, as the history keeps it. On screen: Change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reviewer.domain.errors import ReviewerError
from reviewer.domain.spans import Span
from reviewer.domain.words import N_, Template, in_english, one_or_many


class StepKind(StrEnum):
    """Why a step was written."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    IMPORT = "import"
    MERGE = "merge"
    MIGRATE = "migrate"
    PURGE = "purge"


class Action(StrEnum):
    """What happened to a row."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


# A step's name in the file is English and stable; what a person reads is filled in from its
# arguments. A name that is not here (from a later version) is shown as it is.
STEP_WORDS: Mapping[str, Template] = {
    "project.create": N_("Make the project"),
    "project.take_in_work": one_or_many(
        "Take in {count} passage from “{name}”", "Take in {count} passages from “{name}”"
    ),
    "project.take_in": one_or_many(
        "Take in {count} line from a file", "Take in {count} lines from a file"
    ),
    "project.rescue": N_("A change that was lost when the file was damaged"),
    "documents.import": N_("Import {name}"),
    "documents.import_many": one_or_many("Import {count} document", "Import {count} documents"),
    "documents.describe": N_("Correct {field} of {document}"),
    "documents.settle_date": N_("Settle the date “{words}” of {document}"),
    "documents.settle_site": one_or_many(
        "Settle the date of {count} document of one site",
        "Settle the dates of {count} documents of one site",
    ),
    "documents.review": N_("Mark {document} as {status}"),
    "documents.second_look": N_("Mark {document} for a second look"),
    "documents.no_second_look": N_("Take the second look off {document}"),
    "documents.note": N_("Note on {document}"),
    "documents.remove": N_("Remove {document} from the list"),
    "documents.furniture": N_("Mark page furniture in {document}"),
    "documents.one_origin": N_("Say that {count} documents have one origin: {document}"),
    "documents.own_origin": N_("Take back that {document} shares its origin"),
    "passages.tag": N_("Tag {passage} as {tag}"),
    "passages.tag_many": one_or_many("Tag {count} passage", "Tag {count} passages"),
    "passages.retag": N_("Tag {passage} as {tag} instead"),
    "passages.retag_many": N_("Tag {count} passages as {tag} instead"),
    "passages.remove": N_("Remove the tag {tag} from {passage}"),
    "passages.remove_many": N_("Remove {count} passages"),
    "passages.note": N_("Note on {passage}"),
    "passages.move": N_("Move the edges of {passage}"),
    "versions.replace": N_("Put a newer version in the place of {document}: {reason}"),
    "versions.accept": one_or_many(
        "Accept where {count} passage stands in the newer version: {passage}",
        "Accept where {count} passages stand in the newer version: {passage}",
    ),
    "versions.place": N_("Place {passage} in the newer version"),
    "passages.split": N_("Cut {passage} in two: {new} is new"),
    "passages.merge": N_("Merge {count} passages into {passage}"),
    "passages.statement": N_("Say {passage} in plain words"),
    "passages.translation": N_("Translate {passage}"),
    "passages.check_translation": N_("Check the translation of {passage}"),
    "passages.uncheck_translation": N_("Take the check off the translation of {passage}"),
    "passages.check": N_("Check {passage}"),
    "passages.check_many": N_("Check {count} passages"),
    "passages.uncheck": N_("Take the check off {passage}"),
    "passages.uncheck_many": N_("Take the check off {count} passages"),
    "passages.follow_up": N_("Follow {passage} up"),
    "passages.follow_up_many": N_("Follow {count} passages up"),
    "passages.no_follow_up": N_("Follow {passage} up no more"),
    "passages.no_follow_up_many": N_("Follow {count} passages up no more"),
    "report.statement": N_("Write the opening statement of reports"),
    "report.method": N_("Write a part of the method of reports"),
    "exports.save_preset": N_("Keep the export “{name}”"),
    "exports.remove_preset": N_("Remove the kept export “{name}”"),
    "queries.save": N_("Save the query “{name}”"),
    "queries.rename": N_("Call the query “{name}” “{new}”"),
    "queries.remove": N_("Take the saved query “{name}” away"),
    "queries.remove_many": N_("Take {count} saved queries away"),
    "notes.add": N_("Write in the journal: “{note}”"),
    "notes.change": N_("Change a note in the journal: “{note}”"),
    "notes.remove": N_("Take out of the journal: “{note}”"),
    "notes.remove_many": N_("Take {count} notes out of the journal"),
    "tags.add": N_("Add the tag {tag}"),
    "tags.add_many": one_or_many("Add {count} tag", "Add {count} tags"),
    "tags.rename": N_("Rename the tag {old} to {tag}"),
    "tags.define": N_("Say anew what the tag {tag} means"),
    "tags.change": N_("Change the tag {tag}"),
    "tags.move": N_("Move the tag {tag} among its neighbours"),
    "tags.nest": N_("Put the tag {tag} under {parent}"),
    "tags.unnest": N_("Put the tag {tag} at the top level"),
    "tags.merge": N_("Merge the tag {tag} into {into}"),
    "tags.split": N_("Split {new} off the tag {tag}"),
    "tags.remove": N_("Remove the tag {tag}"),
    "tags.remove_with_passages": N_("Remove the tag {tag} with its passages ({count})"),
    "definitions.put_off": N_("Mark {passage} for another look"),
    "definitions.put_off_many": N_("Mark {count} passages for another look"),
    "definitions.look_again": N_("Look at {passage} again"),
    "definitions.look_again_many": N_("Look at {count} passages again"),
    "actors.add": N_("Add {actor} to the actors"),
    "actors.change": N_("Change what is said of the actor {actor}"),
    "actors.add_name": N_("Give {actor} another name: {name}"),
    "actors.remove_name": N_("Take a name off {actor}: {name}"),
    "actors.merge": N_("Merge actors into {actor} ({count})"),
    "actors.remove": N_("Take {actor} off the actors"),
    "actors.remove_many": N_("Take {count} actors away"),
    "actors.publish": N_("Name {actor} as who publishes documents ({count})"),
    "actors.unpublish": N_("Take off who publishes documents ({count})"),
    "records.enter": N_("Enter details of {passage}"),
    "records.confirm": N_("Confirm what was read of {passage}"),
    "records.confirm_many": N_("Confirm what was read of {count} passages"),
    "records.read_again": N_("Read the words of {passage} again"),
    "records.read_again_many": N_("Read the words of {count} passages again"),
    "records.tag_also": N_("Tag the words of {passage} as {tag} as well: {new}"),
    "records.tag_charge": N_("Tag the charge in {passage} as {tag}: {new}"),
    "records.tag_denial": N_("Tag {passage} as {tag}, and the charge in it: {new}"),
    "records.repeat": N_("Repeat who says so and the event for {passage}"),
    "records.own": N_("Enter “{field}” of {passage}"),
    "records.numbers": N_("Change how number words are read"),
    "fields.add": N_("Add the field “{field}” to the tag {tag}"),
    "fields.change": N_("Change the field “{field}” of the tag {tag}"),
    "fields.revise": N_("Change the fields of the tag {tag}"),
    "fields.move": N_("Move the field “{field}” of the tag {tag}"),
    "fields.remove": N_("Remove the field “{field}” of the tag {tag} with its values ({count})"),
    "links.link": N_("Link: {passage} {type} {other}"),
    "links.link_to_source": N_("Link to a source not held: {passage} {type} {other}"),
    "links.change": N_("Change a link: {passage} {type} {other}"),
    "links.remove": N_("Take a link away: {passage} {type} {other}"),
    "links.remove_many": N_("Take {count} links away"),
    "links.place": N_("Place a link: {passage} {type} {other}"),
    "sources.add": N_("Note a source to find: “{name}”"),
    "events.add": N_("Add the event “{event}”"),
    "events.make": N_("Make the event “{event}” of {passage}"),
    "events.change": N_("Change the event “{event}”"),
    "events.nest": N_("Make the event “{event}” part of “{parent}”"),
    "events.unnest": N_("Let the event “{event}” be part of no other"),
    "events.remove": N_("Remove the event “{event}”"),
    "events.remove_many": N_("Remove {count} events"),
    "events.put": N_("Put {passage} into “{event}”"),
    "events.take_out": N_("Take {passage} out of “{event}”"),
    "events.ask": N_("Ask “{question}” of “{event}”"),
    "events.change_question": N_("Change the question “{question}”"),
    "events.move_question": N_("Move the question “{question}” among its neighbours"),
    "events.remove_question": N_("Remove the question “{question}”"),
    "events.set_working": N_("Set the working figure of “{question}”"),
    "events.drop_working": N_("Drop the working figure of “{question}”"),
    "events.nothing_on_this": N_("Note that {document} says nothing on “{event}”"),
    "events.take_back_nothing": N_("Take back that {document} says nothing on “{event}”"),
    "ratings.rate": N_("Rate {name}: {value}"),
    "ratings.drop": N_("Take the rating off {name}"),
    "codebooks.take_in": N_("Import the codebook “{name}”"),
    "codebooks.add_starter": N_("Add the starter codebook “{name}”"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the documents a step acted, so that undo can go there."""

    document: int
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step as listed: ``at`` is UTC; ``of`` is the step that an undo or redo acted on."""

    id: int
    kind: StepKind
    of: int | None
    group: str
    name: str
    arguments: Mapping[str, object]
    analyst: int
    analyst_name: str
    at: str
    undone: bool = False

    @property
    def words(self) -> Template:
        """Return the template a person reads, to be translated and then filled in."""
        return STEP_WORDS.get(self.name, self.name)

    @property
    def sentence(self) -> str:
        """Return what was done, in English."""
        return fill(self.words, self.arguments)


@dataclass(frozen=True, slots=True)
class Change:
    """What a step did to one row: values before and after, changed columns only."""

    step: int
    table: str
    row: int
    uid: str
    action: Action
    before: Mapping[str, object]
    after: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Touched:
    """How many rows of one table a change made, altered or took away, its whole group counted."""

    table: str
    action: Action
    rows: int


STOPPED = "stopped"
"""An argument of the steps that took back what was stopped on its way."""


@dataclass(frozen=True, slots=True)
class News:
    """What a step touched, told after it was committed; views refresh from it."""

    step: int
    kind: StepKind
    name: str
    arguments: Mapping[str, object]
    rows: Mapping[str, frozenset[int]] = field(default_factory=dict)
    place: Place | None = None

    @property
    def tables(self) -> frozenset[str]:
        """Return the names of the tables touched."""
        return frozenset(self.rows)


class EarlierWork(ReviewerError):
    """Undo has come to another day's or another analyst's work, and asks before going on."""


class NothingToUndo(ReviewerError):
    """There is no step left in that direction."""


def fill(template: Template, arguments: Mapping[str, object]) -> str:
    """Fill a step's template; a value that is missing is left out rather than failing."""
    return in_english(template, arguments).format_map(_Lenient(arguments))


class _Lenient(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"
