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
    ``set_aside_reason``; ``second_look`` (true or false); ``publisher``, ``author``.
``"tag"``
    ``name``, ``record`` (none, allegation, response, figure), ``definition``, ``colour``, ``key``:
    made where the project has no tag of that name and making tags was asked for; else unchanged.
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
    date); ``working``: an object with ``low``, ``high`` (numbers, or left out) and ``reason``.
``"passage"``
    ``key``: what links call it (left out: its ``uid``, where it has one). ``document`` (file name,
    uid, SHA-256 or title; where ``document_uid``, ``text_sha256`` or ``original_sha256`` stand
    there they are tried first); ``quote`` (the exact words, standing once in the document), or
    ``start`` and ``end`` in code points of the document's text, or all three; ``tag`` (its name).
    ``note``; ``statement`` (in plain words); ``translation``: an object with ``text``,
    ``language``, ``translator`` (or a text, with ``translation_language`` and ``translator``
    beside it); ``follow_up`` (true or false).
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
    looked through and says nothing on this.
``"rating"``
    ``document``, ``actor`` or ``event`` with ``question``; ``scale`` (reliability, credibility);
    ``value``; ``reason``.

A date is an EDTF text (``"2019-06-14"``, ``"2019-06?"``, ``"2019-06-14/2019-06-16"``), or an object
with ``words`` (as printed), ``edtf`` and ``basis``.

Actors that ``chain``, ``accused`` or ``victims`` name and nobody knows are made, as when they are
typed. Events and questions that no line and no event of the project has are complained of, and so
are tags, where making them was not asked for. What the project has already (an actor, an event, a
question, a source of that name) is used as it stands.
"""
