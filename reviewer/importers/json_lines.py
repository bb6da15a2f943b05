"""Our own JSON Lines: one thing of a project a line, as it is written out and taken in again.

UTF-8, one JSON object a line, blank lines passed over. ``"row"`` says what a line is; without it a
line is a passage. Lines may stand in any order: a name may be used before the line that has it.
Keys that are not listed are passed over on the line itself (exports carry more than can be taken
in) and complained of inside ``record``. An empty text, ``null`` and a key left out say nothing.

``"actor"``
    ``name``; ``kind`` (person, organisation, office, unnamed; left out: person); ``side``;
    ``protected`` (true or false); ``names`` (list: other names and spellings); ``note``.
``"document"``
    A source that is not held: ``title``, ``publisher``, ``author``, ``posted`` (a date).
    With ``document`` (file name, uid, SHA-256 or title) it is one that is in the project, and what
    is given is set there: ``review_status`` (unread, reading, done, set_aside), with set_aside
    ``set_aside_reason``; ``second_look`` (true or false); ``title``, ``publisher``, ``author``,
    ``url``, ``language``, ``note``, ``posted``, ``captured`` (dates);
    ``publisher_actor`` (the name of the actor that publishes it).
``"tag"``
    ``name``, ``record`` (none, allegation, response, figure), ``definition``, ``colour``, ``key``,
    ``parent`` (a name): made where the project has no tag of that name and making tags was asked
    for; else unchanged.
``"field"``
    A field of one's own: ``tag``, ``name``, ``kind`` (text, number, choice, date, yes_no),
    ``choices`` (list), ``help``: made where the tag has none of that name.
``"event"``
    ``name``; ``type`` (incident, total, matter); ``date``; ``place``; ``place_precision`` (exact,
    near, district, province, part_of_country, country, sea_or_air); ``parent`` (an event's name);
    ``description``; ``status`` (open, pending, closed). Two events of one name carry a ``key``
    each, and are called by it.
``"question"``
    ``event``, ``wording``; ``harm`` (killed, injured, … as in a figure), ``group``, ``period`` (a
    date); ``working``: an object with ``low``, ``high`` (numbers, or left out) and ``reason``;
    ``working_by`` and ``working_at`` beside it: whose figure that is, and since when, kept as
    ``analyst`` and ``created`` of a passage are.
    Where an event asks two questions in the same words, each carries a ``key``, as events do.
``"passage"``
    ``key``: what links call it (left out: its ``uid``, where it has one). ``document`` (file name,
    uid, SHA-256 or title; where ``document_uid``, ``text_sha256`` or ``original_sha256`` stand
    there they are tried first); ``quote`` (the exact words, standing once in the document), or
    ``start`` and ``end`` in code points of the document's text, or all three; ``tag`` (its name).
    ``note``; ``statement`` (in plain words); ``translation``: an object with ``text``,
    ``language``, ``translator`` (or a text, with ``translation_language`` and ``translator``
    beside it); ``follow_up`` (true or false). ``checked_by`` and ``checked_at``: whose other pair
    of eyes has checked the passage, and when; ``translation_checked_by`` and
    ``translation_checked_at``: the same of the translation. ``analyst`` and ``created``: who tagged
    it, and when; kept where it comes with its documents from another program (``interchange``),
    else whoever takes it in has tagged it, now. A link has them too.
    ``chain``: who says so, from the page back to the speaker, a list of objects with ``name`` (an
    actor's, left out: not named), ``printed`` (the document's words for it), ``hedge`` (its words
    of caution). ``accused`` and ``victims``: lists of objects with ``name`` and ``printed``. A text
    stands for an object that has only that ``name``.
    ``record``: an object with the keys of ``domain/records.py`` for the kind of its tag (``act``,
    ``low``, ``harm``, …): texts; numbers; words of the closed lists; true or false; dates. A key
    given as ``null`` or ``""`` is settled as empty: what a rule reads there is not shown. Keys left
    out show what a rule reads, not confirmed; with ``settled`` true (beside ``record``) all of
    them, and ``chain``, ``accused`` and ``victims``, are settled as given or empty.
    ``fields``: an object with the values of fields of one's own, by their names.
    ``events``: a list of objects with ``event`` and ``question`` (a wording; left out: a figure
    answers the question of its harm, group and period, everything else joins the event; ``null``:
    none is answered).
``"link"``
    ``type`` (denies, rejects_in_general, contradicts, corroborates, repeats, retracts, updates,
    counts_within, same_figure); ``from``, and ``to`` (keys of passages here, or uid or number, as
    ``D4·12``, of one in the project) or ``to_document`` (title of a source not held);
    ``independent`` (yes, no; left out: not judged); ``note``.
``"nothing"``
    ``event``, ``document``, ``question`` (a wording; left out: the whole event): the document was
    looked through and says nothing on this; ``checked_by``, ``checked_at``.
``"rating"``
    ``document`` or ``actor`` (``value`` A to F), or ``event`` with ``question`` (1 to 6);
    ``reason``; ``analyst`` and ``at``: whose rating it is, and when (left out: the present
    analyst's, now). Of two ratings of one analyst the later one stands.

An analyst is called by name; whoever is not known here yet is written down. A moment is a text with
its zone, as ``"2026-03-14T09:26:53.000+00:00"``; without one it is now.

A date is an EDTF text (``"2019-06-14"``, ``"2019-06?"``, ``"2019-06-14/2019-06-16"``), or an object
with ``words`` (as printed), ``edtf`` and ``basis``.

Actors that ``chain``, ``accused`` or ``victims`` name and nobody knows are made, as when they are
typed. Events and questions that no line and no event of the project has are complained of, and so
are tags, where making them was not asked for. What the project has already (an actor, an event, a
question, a source of that name) is used as it stands.
"""

import codecs
from collections.abc import Callable, Iterable, Iterator, Mapping

from reviewer.domain.actors import ActorKind, actor_name
from reviewer.domain.documents import DATE_FIELDS, DESCRIBED_FIELDS, ReviewStatus
from reviewer.domain.errors import NotAllowed, ReviewerError
from reviewer.domain.events import (
    LONGEST_DESCRIPTION,
    LONGEST_NAME,
    EventStatus,
    EventType,
    NewEvent,
    PlacePrecision,
    event_name,
    question_wording,
)
from reviewer.domain.fields import FieldKind
from reviewer.domain.figures import Harm
from reviewer.domain.links import Independence, LinkType
from reviewer.domain.project_lines import (
    ActorLine,
    EventLine,
    FieldLine,
    GivenWork,
    GivenWorking,
    HeldLine,
    Line,
    LinkLine,
    NothingLine,
    QuestionLine,
    RatingLine,
    Refused,
    SourceLine,
    TagLine,
)
from reviewer.domain.record_values import LONGEST_WORDS
from reviewer.domain.tags import RecordKind
from reviewer.domain.words import N_
from reviewer.importers.line_values import FieldProblem, Values, about, values_of
from reviewer.importers.passage_lines import documents, needed_document, passage, tag_named

LONGEST_LINE = 20_000_000  # bytes


def lines(raw_lines: Iterable[bytes]) -> Iterator[Line | Refused]:
    """Read the lines of a file; blank ones are passed over, a byte order mark is dropped."""
    for number, line in enumerate(raw_lines, start=1):
        raw = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if not raw.strip():
            continue
        try:
            yield _line(number, raw)
        except FieldProblem as problem:
            yield Refused(number, problem, problem.field)
        except ReviewerError as problem:
            yield Refused(number, problem)


def row_of(number: int, given: Mapping[str, object]) -> Line | Refused:
    """Return what an object says that was read already; ``number`` counts the objects from 1."""
    try:
        return _row(number, Values(given))
    except FieldProblem as problem:
        return Refused(number, problem, problem.field)
    except ReviewerError as problem:
        return Refused(number, problem)


def _line(number: int, raw: bytes) -> Line:
    if len(raw) > LONGEST_LINE:
        raise NotAllowed(
            N_("The line has {size} MB; at most {largest} MB can be read."),
            size=-(-len(raw) // 1_000_000),
            largest=LONGEST_LINE // 1_000_000,
        )
    return _row(number, values_of(raw))


def _row(number: int, values: Values) -> Line:
    row = values.line("row") or "passage"
    if row not in ROWS:
        raise NotAllowed(
            N_("“{key}” is “{word}”; it can be: {words}."),
            key="row",
            word=row,
            words=", ".join(ROWS),
        )
    return ROWS[row](number, values)


def _actor(number: int, values: Values) -> Line:
    with about("name"):
        name = actor_name(values.needed("name", LONGEST_WORDS))
    return ActorLine(
        number,
        name,
        values.word("kind", ActorKind, ActorKind.PERSON),
        values.line("side"),
        values.flag("protected") or False,
        values.texts("names"),
        values.text("note"),
    )


def _document(number: int, values: Values) -> Line:
    named = documents(values)
    if not named:
        return SourceLine(
            number,
            values.needed("title", LONGEST_WORDS),
            values.line("publisher", LONGEST_WORDS),
            values.line("author", LONGEST_WORDS),
            values.date("posted"),
            values.line("url", LONGEST_WORDS),
        )
    status = values.line("review_status")
    return HeldLine(
        number,
        named,
        {key: values.text(key) for key in DESCRIBED_FIELDS if key in values},
        {key: values.date(key) for key in DATE_FIELDS if key in values},
        values.line("publisher_actor") if "publisher_actor" in values else None,
        values.word("review_status", ReviewStatus, ReviewStatus.UNREAD) if status else None,
        values.line("set_aside_reason"),
        values.flag("second_look"),
    )


def _tag(number: int, values: Values) -> Line:
    return TagLine(
        number,
        tag_named(values, "name"),
        values.word("record", RecordKind, RecordKind.NONE),
        values.text("definition"),
        values.line("colour"),
        values.line("key"),
        values.line("parent"),
    )


def _field(number: int, values: Values) -> Line:
    return FieldLine(
        number,
        tag_named(values, "tag"),
        values.needed("name"),
        values.word("kind", FieldKind, FieldKind.TEXT),
        values.texts("choices"),
        values.line("help"),
    )


def _event(number: int, values: Values) -> Line:
    with about("name"):
        name = event_name(values.needed("name", LONGEST_WORDS))
    event = NewEvent(
        name,
        values.word("type", EventType, EventType.INCIDENT),
        values.date("date"),
        values.line("place"),
        values.word("place_precision", PlacePrecision, PlacePrecision.NOT_SAID),
        None,
        values.text("description", LONGEST_DESCRIPTION),
        values.word("status", EventStatus, EventStatus.OPEN),
    )
    return EventLine(number, values.line("key"), event, values.line("parent", LONGEST_NAME))


def _question(number: int, values: Values) -> Line:
    with about("wording"):
        wording = question_wording(values.needed("wording", LONGEST_WORDS))
    return QuestionLine(
        number,
        values.line("key"),
        values.needed("event"),
        wording,
        values.word("harm", Harm, Harm.NOT_READ),
        values.line("group"),
        values.date("period"),
        _working(values.inner("working"), values.work("working_by", "working_at")),
    )


def _working(values: Values, made: GivenWork | None) -> GivenWorking | None:
    low, high = values.number("low"), values.number("high")
    if low is None and high is None and values.is_empty("reason"):
        return None
    return GivenWorking(low, high, values.text("reason"), made)


def _link(number: int, values: Values) -> Line:
    start, end, document = (
        values.line(key, LONGEST_WORDS) for key in ("from", "to", "to_document")
    )
    values.needed("type")
    if not start:
        values.needed("from")
    if bool(end) == bool(document):
        raise NotAllowed(N_("It does not say where to: give “to”, or “to_document”."))
    return LinkLine(
        number,
        values.word("type", LinkType, LinkType.CORROBORATES),
        start,
        end,
        document,
        values.word("independent", Independence, Independence.NOT_JUDGED),
        values.text("note"),
        values.made(),
    )


def _nothing(number: int, values: Values) -> Line:
    return NothingLine(
        *(number, values.needed("event"), needed_document(values), values.line("question")),
        values.work("checked_by", "checked_at"),
    )


def _rating(number: int, values: Values) -> Line:
    document, actor, question = documents(values), values.line("actor"), values.line("question")
    if sum(map(bool, (document, actor, question))) != 1:
        raise NotAllowed(
            N_("It does not say of what: give “document”, “actor”, or “event” and “question”.")
        )
    return RatingLine(
        number,
        values.needed("value"),
        values.text("reason"),
        document,
        actor,
        values.needed("event") if question else "",
        question,
        values.work("analyst", "at"),
    )


ROWS: Mapping[str, Callable[[int, Values], Line]] = {
    "actor": _actor,
    "document": _document,
    "tag": _tag,
    "field": _field,
    "event": _event,
    "question": _question,
    "passage": passage,
    "link": _link,
    "nothing": _nothing,
    "rating": _rating,
}
