"""What passages carry: confirmed, corrected, given again, and read anew."""

from reviewer.domain.errors import NotAllowed, ReviewerError
from reviewer.domain.passages import first_words
from reviewer.domain.reading.charges import charge_in
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind, Tag
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.commands import Command, Menu, Scope, needs, with_writable_project
from reviewer.ui.commands.passages import NOTHING_HERE, asked_tag, chosen, with_pane
from reviewer.ui.desk import Context, Desk, PageName
from reviewer.ui.telling import newest_step, say_done
from reviewer.workspace.project import Workspace

NOTHING_TO_CONFIRM = N_("Nothing is read of the passage that is not confirmed.")


@needs(NOTHING_TO_CONFIRM, changes=True)
def can_confirm(context: Context) -> bool:
    """Say whether a rule read something of the passages meant that nobody has confirmed."""
    desk, passages = context.desk, chosen(context)
    if desk is None or desk.workspace.read_only is not None or not passages:
        return False
    return len(passages) > 1 or _unconfirmed(desk.workspace, passages[0])


@needs(N_("Choose a passage first."), changes=True)
def can_record(context: Context) -> bool:
    """Say whether one passage is meant that may be changed."""
    desk = context.desk
    return desk is not None and desk.workspace.read_only is None and len(chosen(context)) == 1


@needs(N_("Choose a passage first."), changes=True)
def can_read_again(context: Context) -> bool:
    """Say whether passages are meant that may be changed."""
    return with_writable_project(context) and bool(chosen(context))


@needs(N_("Confirm who says so of a passage first, or put one into an event."), changes=True)
def can_repeat(context: Context) -> bool:
    """Say whether one passage is meant, and there is a speaker or an event to give it."""
    desk = context.desk
    if desk is None or not can_record(context):
        return False
    part = desk.recording
    return (part is not None and bool(part.last_chain())) or bool(_last_event(desk.workspace))


@needs(N_("Open a document in a pane first."), changes=True)
def can_tag_here(context: Context) -> bool:
    """Say whether there is a document to tag in, and it may be changed."""
    return with_writable_project(context) and with_pane(context)


def edit(context: Context) -> None:
    """Put the caret into the card of the passage meant."""
    desk, passages = context.desk, chosen(context)
    if desk is None or not passages:
        return
    if desk.pages.current() is not PageName.READ:
        desk.pages.show_page(PageName.READ)
        desk.panes.show_passage(passages[0])
    if not desk.details.edit_record():
        raise NotAllowed(N_("This tag carries no details. Its note can be written instead."))


def confirm(context: Context) -> None:
    """Confirm what was read of the passages meant, as one change."""
    desk, passages = context.desk, chosen(context)
    if desk is None or not passages:
        return
    since = newest_step(context)
    desk.workspace.records.confirm(passages)
    if desk.recording is not None:
        desk.recording.remember(passages)
    if len(passages) > 1:
        said = counted(
            "What was read of {count} passage is confirmed. Undo takes it back.",
            "What was read of {count} passages is confirmed. Undo takes it back.",
            len(passages),
        )
        say_done(context, said, since)


def repeat(context: Context) -> None:
    """Give the passage meant the speaker and the event that were given last."""
    desk, passages = context.desk, chosen(context)
    if desk is None or not passages:
        return
    chain = () if desk.recording is None else desk.recording.last_chain()
    desk.workspace.records.repeat(passages[0], chain, _last_event(desk.workspace))


def read_again(context: Context) -> None:
    """Read the passages meant again; what an analyst judged stays."""
    desk, passages = context.desk, chosen(context)
    if desk is not None and passages:
        since = newest_step(context)
        desk.workspace.records.read_again(passages)
        say_done(context, _("Read again. What was entered or confirmed stays as it was."), since)


def tag_also(context: Context) -> None:
    """Ask for a second tag for the very words of the passage meant."""
    desk, passages = context.desk, chosen(context)
    if desk is None or not passages:
        return
    found = desk.workspace.passages.get(passages[0])
    answer = asked_tag(context, first_words(found.quote))
    if answer is None:
        return
    made = desk.workspace.records.tag_also(found.id, answer.id)
    if desk.pages.current() is PageName.READ:
        desk.panes.tagged(made)


def tag_charge(context: Context) -> None:
    """Tag what a tag's key would take as a denial, and inside it the charge it names."""
    desk = context.desk
    if desk is None:
        return
    document, span = desk.panes.document(), desk.panes.target()
    if document is None or span is None:
        raise NotAllowed(NOTHING_HERE)
    workspace = desk.workspace
    denial = _tag_of(workspace, RecordKind.RESPONSE)
    charge = charge_in(workspace.documents.text(document), span)
    known = _tagged_so(workspace, document, span, denial)
    if charge is None:
        if known is None:
            desk.panes.tagged(workspace.passages.tag_passage(document, span, denial.id))
        context.prompts.inform(_("These words name no charge; the denial alone is tagged."))
        return
    _tag_with_charge(desk, document, span, denial, charge, known)


def _tag_with_charge(
    desk: Desk, document: int, span: Span, denial: Tag, charge: Span, known: int | None
) -> None:
    records = desk.workspace.records
    allegation = _tag_of(desk.workspace, RecordKind.ALLEGATION)
    if known is None:
        known, _made = records.tag_denial(document, span, denial.id, charge, allegation.id)
    else:
        records.tag_charge(known, charge, allegation.id)
    desk.panes.tagged(known)


def numbers(context: Context) -> None:
    """Show the table by which number words are read, and take over what is changed in it."""
    desk = context.desk
    if desk is None:
        return
    table = context.prompts.number_words(desk.workspace.records.numbers())
    if table is not None:
        desk.workspace.records.set_numbers(table)


def _unconfirmed(workspace: Workspace, passage: int) -> bool:
    try:
        return bool(workspace.records.of(passage).unconfirmed())
    except ReviewerError:
        return False


def _last_event(workspace: Workspace) -> list[int]:
    event = workspace.events.last()
    return [] if event is None else [event]


def _tag_of(workspace: Workspace, kind: RecordKind) -> Tag:
    """Return the first tag of the codebook with this record; raises ``NotAllowed``."""
    for tag in workspace.tags.all():
        if tag.record is kind:
            return tag
    raise NotAllowed(
        N_("No tag carries these details. Choose “Allegation” and “Denial” in the codebook.")
    )


def _tagged_so(workspace: Workspace, document: int, span: Span, tag: Tag) -> int | None:
    """Return the passage of just these words that has a tag already."""
    for one in workspace.passages.placed(document):
        if one.tag == tag.id and one.span == span:
            return one.id
    return None


COMMANDS = (
    Command(
        "record.edit",
        N_("Details of the passage"),
        edit,
        Menu.PASSAGE,
        "details",
        ("R",),
        can_record,
        scope=Scope.PANE,
        starts_group=True,
        help=N_("Puts the caret into the first field of the card; typing corrects it."),
    ),
    Command(
        "record.confirm",
        N_("Confirm what was read"),
        confirm,
        Menu.PASSAGE,
        "confirm",
        ("Return",),
        can_confirm,
        scope=Scope.PANE,
        help=N_("Takes over everything that was read of the passage and not confirmed yet."),
    ),
    Command(
        "record.repeat",
        N_("Same speaker and event as last time"),
        repeat,
        Menu.PASSAGE,
        "repeat",
        ("Ctrl+.",),
        can_repeat,
        scope=Scope.PANE,
        help=N_("Gives the passage who said so last, and puts it into the last event."),
    ),
    Command(
        "record.tag_also",
        N_("Also tag these words as…"),
        tag_also,
        Menu.PASSAGE,
        "tag-also",
        (),
        can_record,
        help=N_("Tags the same words a second time; who says so, dates and events come along."),
    ),
    Command(
        "record.charge",
        N_("Denial and the charge in it"),
        tag_charge,
        Menu.PASSAGE,
        "denial",
        ("Shift+D",),
        can_tag_here,
        scope=Scope.PANE,
        help=N_("Tags the words as a denial, and inside them the charge they name."),
    ),
    Command(
        "record.read_again",
        N_("Read the words again"),
        read_again,
        Menu.PASSAGE,
        "",
        (),
        can_read_again,
        help=N_("Fills the card anew from the words; what is entered or confirmed stays."),
    ),
    Command(
        "record.numbers",
        N_("Number words…"),
        numbers,
        Menu.CODEBOOK,
        "numbers",
        (),
        with_writable_project,
        starts_group=True,
        help=N_("The table by which this project reads “dozen”, “lakh” and “at least”."),
    ),
)
