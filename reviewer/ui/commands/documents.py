"""What is done to documents from the list and the panes."""

from collections.abc import Sequence

from reviewer.domain.actors import Named
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.errors import NotAllowed
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.commands import Command, Menu, needs, with_project
from reviewer.ui.desk import Context
from reviewer.ui.models.screening import known_reasons
from reviewer.ui.telling import say_done
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace


def chosen(context: Context) -> list[int]:
    """Return the documents meant: the list's selection when it has the keys, else the pane's."""
    desk = context.desk
    if desk is None:
        return []
    here = desk.panes.document()
    if desk.documents.has_focus() or here is None:
        return desk.documents.chosen()
    return [here]


@needs(N_("Choose a document first."))
def with_document(context: Context) -> bool:
    """Say whether a document is meant."""
    return bool(chosen(context))


@needs(N_("Choose a document first."), changes=True)
def can_change_document(context: Context) -> bool:
    """Say whether a document is meant that may be changed."""
    desk = context.desk
    return desk is not None and desk.workspace.read_only is None and with_document(context)


def done_next(context: Context) -> None:
    """Mark the document being read as done, say so, and open the next one not read.

    The next one is what a person sees as next: in the list's order, among those it shows.
    """
    desk = context.desk
    if desk is None:
        return
    here = desk.panes.document()
    documents = chosen(context) if here is None else [here]
    if not documents:
        return
    following = desk.documents.next_unread(documents)
    desk.workspace.documents.review(documents, ReviewStatus.DONE)
    last = desk.workspace.documents.get(documents[-1])
    context.prompts.inform(
        _("Done: {document}").format(document=isolated(f"{last.label} {last.title}"))
    )
    if following is None:
        context.prompts.inform(_none_left(desk.workspace))
        return
    desk.panes.open_here(following)
    desk.documents.choose(following)


def _none_left(workspace: Workspace) -> str:
    elsewhere = workspace.documents.counts_by_status().get(ReviewStatus.UNREAD, 0)
    if not elsewhere:
        return _("Done. No document is left that is not read.")
    return counted(
        "Done. None of the documents shown is left to read; the filter hides {count}.",
        "Done. None of the documents shown is left to read; the filter hides {count}.",
        elsewhere,
    )


def mark(context: Context, status: ReviewStatus) -> None:
    """Say how far one has come with the chosen documents."""
    if context.desk is not None:
        context.desk.workspace.documents.review(chosen(context), status)


def set_aside(context: Context) -> None:
    """Set the chosen documents aside, with a reason."""
    desk = context.desk
    if desk is None:
        return
    known = known_reasons(desk.workspace)
    reason = context.prompts.reason(_("Why is it set aside?"), known)
    if reason:
        desk.workspace.documents.review(chosen(context), ReviewStatus.SET_ASIDE, reason)


def toggle_second_look(context: Context) -> None:
    """Mark the chosen documents for a second look, or take the mark off."""
    desk = context.desk
    if desk is None:
        return
    documents = chosen(context)
    wanted = not all(desk.workspace.documents.get(one).second_look for one in documents)
    desk.workspace.documents.mark_second_look(documents, wanted=wanted)


def describe(context: Context) -> None:
    """Correct what is known of the chosen documents."""
    desk = context.desk
    documents = chosen(context)
    if desk is None or not documents:
        return
    workspace = desk.workspace
    answer = context.prompts.describe(
        [workspace.documents.get(one) for one in documents], workspace
    )
    if answer is None:
        return
    with workspace.history.joined():
        if answer.fields or answer.dates:
            workspace.documents.correct(documents, answer.fields, answer.dates)
        if answer.publisher is not None:
            _publish(workspace, documents, answer.publisher)


def _publish(workspace: Workspace, documents: Sequence[int], publisher: Named) -> None:
    if publisher.actor is None and publisher.printed:
        workspace.actors.publish_as(documents, publisher.printed)
    else:
        workspace.actors.publish(documents, publisher.actor)


def settle_date(context: Context, document: int, field: str) -> None:
    """Ask how an ambiguous date is meant, for this page or all of its site."""
    desk = context.desk
    if desk is None:
        return
    documents = desk.workspace.documents
    found = documents.get(document)
    order = documents.site_order(document, field)
    answer = context.prompts.settle_date(
        found,
        field,
        documents.possible_dates(document, field),
        order,
        len(documents.unsettled_of_site(document, field)),
    )
    if answer is None:
        return
    if answer.whole_site:
        documents.settle_site(document, field, answer.order, answer.evidence)
    else:
        evidence = answer.evidence
        why = f"{evidence.words} ({evidence.page})" if evidence else ""
        documents.settle_date(document, field, answer.edtf, why)


def settle(context: Context) -> None:
    """Settle the first ambiguous date of the chosen document."""
    desk = context.desk
    for document in chosen(context)[:1]:
        if desk is None:
            return
        for field in ("posted", "captured"):
            if len(desk.workspace.documents.possible_dates(document, field)) > 1:
                settle_date(context, document, field)
                return
        raise NotAllowed(N_("The dates of this document have one reading only."))


def remove(context: Context) -> None:
    """Take the chosen documents off the list; undo brings them back."""
    desk = context.desk
    documents = chosen(context)
    if desk is not None and documents:
        desk.workspace.documents.remove(documents)
        say_done(context, _("Removed from the list. Undo brings it back."))


@needs(N_("Choose a document that came with a mail, or a mail with attachments."))
def with_relatives(context: Context) -> bool:
    """Say whether a document is meant that came with another, or others came with it."""
    desk = context.desk
    return desk is not None and any(_relatives(desk.workspace, one) for one in chosen(context)[:1])


def show_relatives(context: Context) -> None:
    """Open the mail a document came with; of a mail, its first attachment."""
    desk = context.desk
    for document in chosen(context)[:1]:
        for other in () if desk is None else _relatives(desk.workspace, document)[:1]:
            open_document(context, other)


def open_document(context: Context, document: int) -> None:
    """Open a document in the focused pane, and choose it in the list."""
    if context.desk is not None:
        context.desk.panes.open_here(document)
        context.desk.documents.choose(document)


def _relatives(workspace: Workspace, document: int) -> list[int]:
    parent = workspace.documents.parent(document)
    return workspace.documents.attached_to(document) if parent is None else [parent]


def open_here(context: Context) -> None:
    """Open the document chosen in the list in the focused pane."""
    if context.desk is not None:
        for document in context.desk.documents.chosen()[:1]:
            context.desk.panes.open_here(document)


def open_beside(context: Context) -> None:
    """Open the document chosen in the list beside the focused pane.

    Where that is the very one being read, the next of the list is meant.
    """
    desk = context.desk
    if desk is None:
        return
    for document in desk.documents.chosen()[:1]:
        reads_it = desk.panes.document() == document and not desk.documents.has_focus()
        following = desk.documents.neighbour(document, 1) if reads_it else None
        desk.panes.open_beside(document if following is None else following)


def next_document(context: Context) -> None:
    """Open the next document of the list here."""
    if context.desk is not None:
        _step(context, 1)


def previous_document(context: Context) -> None:
    """Open the previous document of the list here."""
    if context.desk is not None:
        _step(context, -1)


def filter_documents(context: Context) -> None:
    """Put the caret into the list's filter field."""
    if context.desk is not None:
        context.desk.documents.focus_filter()


def _step(context: Context, by: int) -> None:
    desk = context.desk
    if desk is None:
        return
    following = desk.documents.neighbour(desk.panes.document(), by)
    if following is not None:
        desk.panes.open_here(following)
        desk.documents.choose(following)


COMMANDS = (
    Command(
        "document.open",
        N_("Open here"),
        open_here,
        Menu.DOCUMENT,
        "document",
        (),
        with_project,
        help=N_("Shows the document chosen in the list in the pane that has the keys."),
    ),
    Command(
        "document.open_beside",
        N_("Open beside"),
        open_beside,
        Menu.DOCUMENT,
        "open-beside",
        ("Ctrl+Shift+O",),
        with_project,
        help=N_("Shows the document chosen in the list beside; the next, where that is read."),
    ),
    Command(
        "document.next",
        N_("Next document"),
        next_document,
        Menu.DOCUMENT,
        "chevron-down",
        ("Ctrl+PgDown",),
        help=N_("Opens the next document of the list, as it is filtered and sorted."),
    ),
    Command(
        "document.previous",
        N_("Previous document"),
        previous_document,
        Menu.DOCUMENT,
        "chevron-up",
        ("Ctrl+PgUp",),
        help=N_("Opens the document before in the list, as it is filtered and sorted."),
    ),
    Command(
        "document.relatives",
        N_("Go to its mail, or its attachment"),
        show_relatives,
        Menu.DOCUMENT,
        "",
        (),
        with_relatives,
        help=N_("Opens the mail that the document came with; of a mail, its first attachment."),
    ),
    Command(
        "document.filter",
        N_("Filter documents"),
        filter_documents,
        Menu.DOCUMENT,
        "filter",
        ("Ctrl+L",),
        help=N_("Puts the caret into the filter above the list."),
    ),
    Command(
        "document.done_next",
        N_("Done, next not read"),
        done_next,
        Menu.DOCUMENT,
        "done",
        ("Ctrl+Enter", "Ctrl+Return"),
        can_change_document,
        short=N_("Done, next"),
        starts_group=True,
        help=N_("Marks the document as done and opens the next one not read."),
    ),
    Command(
        "document.reading",
        N_("Mark as reading"),
        lambda context: mark(context, ReviewStatus.READING),
        Menu.DOCUMENT,
        "reading",
        enabled=can_change_document,
        help=N_("Says that somebody is at it."),
    ),
    Command(
        "document.unread",
        N_("Mark as not read"),
        lambda context: mark(context, ReviewStatus.UNREAD),
        Menu.DOCUMENT,
        "unread",
        enabled=can_change_document,
        help=N_("Says that it is still to be read."),
    ),
    Command(
        "document.set_aside",
        N_("Set aside…"),
        set_aside,
        Menu.DOCUMENT,
        "set-aside",
        ("Ctrl+Backspace",),
        can_change_document,
        help=N_("Puts the document aside, with a reason that is kept."),
    ),
    Command(
        "document.second_look",
        N_("Second look"),
        toggle_second_look,
        Menu.DOCUMENT,
        "second-look",
        ("Ctrl+M",),
        can_change_document,
        help=N_("Asks for a second look, or takes the mark off."),
    ),
    Command(
        "document.describe",
        N_("Correct title, dates and source…"),
        describe,
        Menu.DOCUMENT,
        "edit",
        ("F2",),
        can_change_document,
        starts_group=True,
        help=N_("Corrects what was read from the page; the printed words stay."),
    ),
    Command(
        "document.settle_date",
        N_("Settle the date…"),
        settle,
        Menu.DOCUMENT,
        "calendar-question",
        (),
        can_change_document,
        help=N_("Says how a date that can be read in two ways is meant."),
    ),
    Command(
        "document.remove",
        N_("Remove from the list"),
        remove,
        Menu.DOCUMENT,
        "remove",
        (),
        can_change_document,
        starts_group=True,
        help=N_("Takes it off the list; nothing is deleted."),
    ),
)
