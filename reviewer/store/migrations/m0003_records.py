"""m0003: records of passages, actors, links, events and questions, fields of one's own, ratings.

A record's columns hold only what an analyst entered or confirmed; what a rule read stands in
``readings``, by field. ``judged_by`` there says that an analyst confirmed the reading or put
something else in its place. ``place`` is where something happened; a passage's own place is
``start`` and ``end``. ``links.to_document`` names a source that is not held. A link that says the
same either way has the passage with the smaller uid first. ``event_documents`` with a question:
the document was checked and says nothing on it; without: nothing on the event.
"""

from sqlite_utils import Database

DATE = """
    {0}_words TEXT NOT NULL DEFAULT '',
    {0}_edtf TEXT NOT NULL DEFAULT '',
    {0}_earliest TEXT NOT NULL DEFAULT '',
    {0}_latest TEXT NOT NULL DEFAULT '',
    {0}_basis TEXT NOT NULL DEFAULT ''
        CHECK ({0}_basis IN ('', 'unambiguous', 'ambiguous', 'settled', 'site', 'entered')),
    {0}_evidence TEXT NOT NULL DEFAULT '',
"""
ROW = "id INTEGER PRIMARY KEY AUTOINCREMENT,\n    uid TEXT NOT NULL UNIQUE,"
OF_PASSAGE = "passage INTEGER NOT NULL REFERENCES passages (id) ON DELETE RESTRICT"
ACTOR = "actor INTEGER REFERENCES actors (id) ON DELETE RESTRICT"
BY_WHOM = """
    analyst INTEGER NOT NULL REFERENCES analysts (id) ON DELETE RESTRICT,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL
"""
HARMS = """('', 'killed', 'injured', 'killed_or_injured', 'arrested', 'detained', 'disappeared',
        'abducted', 'displaced', 'missing', 'tortured', 'executed', 'released', 'unspecified')"""


def _date(name: str) -> str:
    return DATE.format(name).strip()


TABLES = f"""
CREATE TABLE actors (
    {ROW}
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'office', 'unnamed')),
    side TEXT NOT NULL DEFAULT '',
    protected INTEGER NOT NULL DEFAULT 0 CHECK (protected IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    {BY_WHOM}
) STRICT;
CREATE TABLE actor_names (
    {ROW}
    actor INTEGER NOT NULL REFERENCES actors (id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (name <> ''),
    position INTEGER NOT NULL,
    UNIQUE (actor, name)
) STRICT;
CREATE TABLE chain_members (
    {ROW}
    {OF_PASSAGE},
    position INTEGER NOT NULL CHECK (position >= 1),
    {ACTOR},
    printed TEXT NOT NULL DEFAULT '',
    hedge TEXT NOT NULL DEFAULT '',
    UNIQUE (passage, position)
) STRICT;
CREATE INDEX chain_members_by_actor ON chain_members (actor) WHERE actor IS NOT NULL;
CREATE TABLE roles (
    {ROW}
    {OF_PASSAGE},
    role TEXT NOT NULL CHECK (role IN ('accused', 'victim')),
    position INTEGER NOT NULL CHECK (position >= 1),
    {ACTOR},
    printed TEXT NOT NULL DEFAULT '',
    UNIQUE (passage, role, position)
) STRICT;
CREATE INDEX roles_by_actor ON roles (actor) WHERE actor IS NOT NULL;
CREATE TABLE allegations (
    {ROW}
    {OF_PASSAGE} UNIQUE,
    act TEXT NOT NULL DEFAULT '',
    act_type TEXT NOT NULL DEFAULT '' CHECK (act_type IN ('', 'killing', 'extrajudicial_execution',
        'death_in_custody', 'torture', 'ill_treatment', 'sexual_violence', 'arrest_or_detention',
        'enforced_disappearance', 'abduction', 'attack', 'raid', 'threat', 'forced_displacement',
        'destruction_of_property', 'extortion', 'unfair_trial', 'restriction_of_expression',
        'restriction_of_assembly', 'restriction_of_movement', 'arms', 'funding',
        'espionage_or_treason', 'corruption', 'other')),
    {_date("event_date")}
    place TEXT NOT NULL DEFAULT '',
    {_date("statement")}
    venue TEXT NOT NULL DEFAULT '',
    wording TEXT NOT NULL DEFAULT '' CHECK (wording IN ('', 'asserted', 'accused',
        'accused_by_authorities', 'claimed', 'possible', 'acquitted')),
    grounds TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE responses (
    {ROW}
    {OF_PASSAGE} UNIQUE,
    what_is_denied TEXT NOT NULL DEFAULT '',
    response_kind TEXT NOT NULL DEFAULT '' CHECK (response_kind IN ('', 'deny_act',
        'deny_responsibility', 'alternative_explanation', 'accept_responsibility', 'retraction',
        'rebuttal', 'dissociation', 'dismissal', 'rhetorical_question', 'no_comment')),
    strength_cue TEXT NOT NULL DEFAULT '',
    scope TEXT NOT NULL DEFAULT '' CHECK (scope IN ('', 'whole', 'part')),
    {_date("statement")}
    venue TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE figures (
    {ROW}
    {OF_PASSAGE} UNIQUE,
    number_text TEXT NOT NULL DEFAULT '',
    number_start INTEGER,
    number_end INTEGER,
    low INTEGER CHECK (low >= 0),
    high INTEGER CHECK (high >= 0),
    about INTEGER CHECK (about >= 0),
    low_by_convention INTEGER CHECK (low_by_convention >= 0),
    convention TEXT NOT NULL DEFAULT '',
    qualifier TEXT NOT NULL DEFAULT '' CHECK (qualifier IN ('', 'stated', 'exactly', 'at_least',
        'more_than', 'up_to', 'about', 'between', 'words_only', 'none', 'none_reported')),
    negated INTEGER NOT NULL DEFAULT 0 CHECK (negated IN (0, 1)),
    harm TEXT NOT NULL DEFAULT '' CHECK (harm IN {HARMS}),
    victim_label TEXT NOT NULL DEFAULT '',
    victim_group TEXT NOT NULL DEFAULT '',
    {_date("event_date")}
    {_date("as_of")}
    {_date("said_on")}
    place TEXT NOT NULL DEFAULT '',
    CHECK (low <= high),
    CHECK ((number_start IS NULL) = (number_end IS NULL)),
    CHECK (number_end > number_start)
) STRICT;
CREATE TABLE readings (
    {ROW}
    {OF_PASSAGE},
    field TEXT NOT NULL CHECK (field <> ''),
    value TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER,
    rule TEXT NOT NULL,
    judged_by INTEGER REFERENCES analysts (id) ON DELETE RESTRICT,
    judged_at TEXT NOT NULL DEFAULT '',
    UNIQUE (passage, field),
    CHECK ((start IS NULL) = ("end" IS NULL))
) STRICT;
CREATE INDEX readings_not_judged ON readings (passage) WHERE judged_by IS NULL;
CREATE TABLE fields (
    {ROW}
    tag INTEGER NOT NULL REFERENCES tags (id) ON DELETE RESTRICT,
    name TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'choice', 'date', 'yes_no')),
    choices TEXT NOT NULL DEFAULT '[]',
    help TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL,
    UNIQUE (tag, name)
) STRICT;
CREATE TABLE field_values (
    {ROW}
    {OF_PASSAGE},
    field INTEGER NOT NULL REFERENCES fields (id) ON DELETE RESTRICT,
    value TEXT NOT NULL CHECK (value <> ''),
    UNIQUE (passage, field)
) STRICT;
CREATE INDEX field_values_by_field ON field_values (field);
CREATE TABLE events (
    {ROW}
    name TEXT NOT NULL CHECK (name <> ''),
    type TEXT NOT NULL DEFAULT 'incident' CHECK (type IN ('incident', 'total', 'matter')),
    {_date("date")}
    place TEXT NOT NULL DEFAULT '',
    place_precision TEXT NOT NULL DEFAULT '' CHECK (place_precision IN ('', 'exact', 'near',
        'district', 'province', 'part_of_country', 'country', 'sea_or_air')),
    parent INTEGER REFERENCES events (id) ON DELETE RESTRICT,
    description TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'pending', 'closed')),
    {BY_WHOM},
    CHECK (parent <> id)
) STRICT;
CREATE TABLE questions (
    {ROW}
    event INTEGER NOT NULL REFERENCES events (id) ON DELETE RESTRICT,
    wording TEXT NOT NULL CHECK (wording <> ''),
    harm TEXT NOT NULL DEFAULT '' CHECK (harm IN {HARMS}),
    "group" TEXT NOT NULL DEFAULT '',
    {_date("period")}
    position INTEGER NOT NULL,
    {BY_WHOM}
) STRICT;
CREATE INDEX questions_by_event ON questions (event, position);
CREATE TABLE working_figures (
    {ROW}
    question INTEGER NOT NULL UNIQUE REFERENCES questions (id) ON DELETE RESTRICT,
    low INTEGER CHECK (low >= 0),
    high INTEGER CHECK (high >= 0),
    reason TEXT NOT NULL CHECK (reason <> ''),
    {BY_WHOM},
    CHECK (low <= high),
    CHECK (low IS NOT NULL OR high IS NOT NULL)
) STRICT;
CREATE TABLE answers (
    {ROW}
    event INTEGER NOT NULL REFERENCES events (id) ON DELETE RESTRICT,
    question INTEGER REFERENCES questions (id) ON DELETE RESTRICT,
    {OF_PASSAGE},
    {BY_WHOM}
) STRICT;
CREATE UNIQUE INDEX answers_once ON answers (passage, event, coalesce(question, 0));
CREATE INDEX answers_by_event ON answers (event, question, passage);
CREATE INDEX answers_by_question ON answers (question) WHERE question IS NOT NULL;
CREATE TABLE event_documents (
    {ROW}
    event INTEGER NOT NULL REFERENCES events (id) ON DELETE RESTRICT,
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE RESTRICT,
    question INTEGER REFERENCES questions (id) ON DELETE RESTRICT,
    checked_by INTEGER NOT NULL REFERENCES analysts (id) ON DELETE RESTRICT,
    checked_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX event_documents_once
    ON event_documents (event, document, coalesce(question, 0));
CREATE INDEX event_documents_by_document ON event_documents (document);
CREATE INDEX event_documents_by_question ON event_documents (question)
    WHERE question IS NOT NULL;
CREATE TABLE links (
    {ROW}
    type TEXT NOT NULL CHECK (type IN ('denies', 'rejects_in_general', 'contradicts',
        'corroborates', 'repeats', 'retracts', 'updates', 'counts_within', 'same_figure')),
    from_passage INTEGER NOT NULL REFERENCES passages (id) ON DELETE RESTRICT,
    to_passage INTEGER REFERENCES passages (id) ON DELETE RESTRICT,
    to_document INTEGER REFERENCES documents (id) ON DELETE RESTRICT,
    independent TEXT NOT NULL DEFAULT '' CHECK (independent IN ('', 'yes', 'no')),
    note TEXT NOT NULL DEFAULT '',
    {BY_WHOM},
    CHECK ((to_passage IS NULL) <> (to_document IS NULL)),
    CHECK (from_passage <> to_passage),
    UNIQUE (type, from_passage, to_passage),
    UNIQUE (type, from_passage, to_document)
) STRICT;
CREATE INDEX links_by_from ON links (from_passage);
CREATE INDEX links_by_to ON links (to_passage) WHERE to_passage IS NOT NULL;
CREATE INDEX links_by_document ON links (to_document) WHERE to_document IS NOT NULL;
CREATE TABLE ratings (
    {ROW}
    document INTEGER REFERENCES documents (id) ON DELETE RESTRICT,
    actor INTEGER REFERENCES actors (id) ON DELETE RESTRICT,
    question INTEGER REFERENCES questions (id) ON DELETE RESTRICT,
    scale TEXT NOT NULL CHECK (scale IN ('reliability', 'credibility')),
    value TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    {BY_WHOM},
    CHECK ((document IS NOT NULL) + (actor IS NOT NULL) + (question IS NOT NULL) = 1),
    CHECK (value GLOB CASE scale WHEN 'reliability' THEN '[A-F]' ELSE '[1-6]' END)
) STRICT;
CREATE UNIQUE INDEX ratings_once ON ratings (
    scale, coalesce(document, 0), coalesce(actor, 0), coalesce(question, 0), analyst
);
ALTER TABLE documents ADD COLUMN
    publisher_actor INTEGER REFERENCES actors (id) ON DELETE RESTRICT;
CREATE INDEX documents_by_publisher_actor ON documents (publisher_actor)
    WHERE publisher_actor IS NOT NULL;
CREATE INDEX passages_to_follow_up ON passages (id) WHERE follow_up = 1;
"""


def apply(db: Database) -> None:
    """Make the tables of records, actors, events and links."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
