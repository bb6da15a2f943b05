"""Tagging: the main thing."""

from functools import partial

from reviewer.domain.errors import NotAllowed
from reviewer.domain.passages import first_words
from reviewer.domain.tags import Tag
from reviewer.environment.translation import N_, _
from reviewer.ui.asking.retagging import may_go
from reviewer.ui.clipboard import copy_rich
from reviewer.ui.commands import Command, Menu, Scope, needs, with_project
from reviewer.ui.desk import Context, PageName
from reviewer.ui.hit_tagging import places_meant, tag_places
from reviewer.ui.telling import say_done

TENTH = 10  # digits reach the first nine tags
NOTHING_HERE = N_("There are no words on this line to tag. Put the caret on some, or select them.")


@needs(N_("Open a document in a pane first."))
def with_pane(context: Context) -> bool:
    """Say whether a document is in sight in the focused pane."""
    desk = context.desk
    return (
        desk is not None
        and desk.pages.current() is PageName.READ
        and desk.panes.document() is not None
    )


@needs(N_("Open a document in a pane first."), changes=True)
def can_tag(context: Context) -> bool:
    """Say whether there is a document to tag in, and it may be changed."""
    desk = context.desk
    if desk is None or desk.workspace.read_only is not None:
        return False
    return with_pane(context) or bool(places_meant(context))


def chosen(context: Context) -> list[int]:
    """Return the passages meant: the table's selection on its page, else the pane's raised one."""
    desk = context.desk
    if desk is None:
        return []
    if desk.pages.current() is PageName.PASSAGES:
        return desk.passages.chosen()
    if desk.pages.current() is PageName.EVENTS and desk.events is not None:
        return desk.events.passages()
    if desk.pages.current() not in (PageName.READ, PageName.SCREENING):
        return []
    raised = desk.panes.chosen_passage()
    return [] if raised is None else [raised]


@needs(N_("Choose a passage first."), changes=True)
def can_change_passage(context: Context) -> bool:
    """Say whether a passage is meant that may be changed."""
    desk = context.desk
    return desk is not None and desk.workspace.read_only is None and bool(chosen(context))


def tag(context: Context, *, wanted: Tag) -> None:
    """Tag the selection, or the sentence at the caret, in the focused pane; or chosen hits."""
    desk, meant = context.desk, places_meant(context)
    if desk is None:
        return
    if meant:
        tag_places(context, meant, wanted)
        return
    document, span = desk.panes.document(), desk.panes.target()
    if document is None or span is None:
        raise NotAllowed(NOTHING_HERE)
    desk.panes.tagged(desk.workspace.records.tag_words(document, span, wanted.id))


def tag_with_key(context: Context, key: str) -> Command | None:
    """Return the command that tags with the tag of that key; ``None`` when no tag has it."""
    desk = context.desk
    found = desk.workspace.tags.with_key(key) if desk is not None and key else None
    return None if found is None else _tag_command(found, key)


def tag_commands(context: Context) -> list[Command]:
    """Return a command for every tag of the project, with its key or its place in the list."""
    if context.desk is None:
        return []
    return [
        _tag_command(found, found.key or (str(place) if place < TENTH else ""))
        for place, found in enumerate(context.desk.workspace.tags.all(), start=1)
    ]


def _tag_command(found: Tag, key: str) -> Command:
    return Command(
        f"passage.tag.{found.uid}",
        found.name,
        partial(tag, wanted=found),
        Menu.PASSAGE,
        "tag",
        (key,) if key else (),
        can_tag,
        scope=Scope.PANE,
        help=found.definition,
    )


def pick_tag(context: Context) -> None:
    """Ask for a tag, and tag with it; a new name makes a new tag."""
    desk, meant = context.desk, places_meant(context)
    if desk is None:
        return
    if meant:
        answer = asked_tag(context, meant.words(), quoted=False)
        if answer is not None:
            tag_places(context, meant, answer)
        return
    document, span = desk.panes.document(), desk.panes.target()
    if document is None or span is None:
        raise NotAllowed(NOTHING_HERE)
    words = first_words(span.of(desk.workspace.documents.text(document)))
    answer = asked_tag(context, words)
    if answer is not None:
        tag(context, wanted=answer)


def retag(context: Context) -> None:
    """Put the chosen passages under another tag."""
    desk = context.desk
    passages = chosen(context)
    if desk is None or not passages:
        return
    words = first_words(desk.workspace.passages.get(passages[0]).quote)
    answer = asked_tag(context, words, at_once=True)
    if answer is not None and may_go(context, passages, answer):
        desk.workspace.passages.retag(passages, answer.id)


def asked_tag(
    context: Context, words: str, *, at_once: bool = False, quoted: bool = True
) -> Tag | None:
    """Ask for a tag for some words, quoted from a document or not; a new name makes a new tag."""
    desk = context.desk
    if desk is None:
        return None
    answer = context.prompts.tag(desk.workspace.tags.all(), words, at_once=at_once, quoted=quoted)
    if isinstance(answer, str):
        return desk.workspace.tags.get(desk.workspace.tags.add(answer))
    return answer


def remove(context: Context) -> None:
    """Take the chosen passages' tags off, as one step."""
    desk = context.desk
    passages = chosen(context)
    if desk is None or not passages:
        return
    desk.workspace.passages.remove(passages)
    said = _("Tag taken off. Undo brings it back.")
    if len(passages) > 1:
        said = _("{count} passages removed. Undo brings them back.").format(count=len(passages))
    say_done(context, said)


def grow(context: Context) -> None:
    """Let the words that will be tagged take in more."""
    if context.desk is not None:
        context.desk.panes.grow()


def shrink(context: Context) -> None:
    """Let the words that will be tagged take in less."""
    if context.desk is not None:
        context.desk.panes.shrink()


def more_under_caret(context: Context, *, backwards: bool = False) -> bool:
    """Say whether Tab raises another passage; else it leads out of the text, as everywhere."""
    desk = context.desk
    return (
        desk is not None
        and with_pane(context)
        and (desk.panes.text().more_under_caret(earlier=backwards))
    )


def raise_next(context: Context, *, backwards: bool = False) -> None:
    """Go through the passages that lie under the caret."""
    if context.desk is not None:
        context.desk.panes.raise_next(backwards=backwards)


def copy_citation(context: Context) -> None:
    """Copy the chosen passage's words, or the selected ones, with where they stand."""
    desk = context.desk
    if desk is None:
        return
    passages = chosen(context)
    if passages:
        found = desk.workspace.passages.get(passages[0])
        citation = desk.workspace.passages.citation(found.document, found.span, found.id)
    else:
        document, span = desk.panes.document(), desk.panes.target()
        if document is None or span is None:
            raise NotAllowed(N_("Choose a passage or select words to cite."))
        citation = desk.workspace.passages.citation(document, span)
    copy_rich(citation.plain, citation.rich)
    context.prompts.inform(_("Citation copied"))


def show(context: Context) -> None:
    """Go to the chosen passage in its document."""
    desk = context.desk
    for passage in chosen(context)[:1]:
        if desk is not None:
            desk.pages.show_page(PageName.READ)
            desk.panes.show_passage(passage)


COMMANDS = (
    Command(
        "passage.tag",
        N_("Tag…"),
        pick_tag,
        Menu.PASSAGE,
        "tag",
        ("T",),
        can_tag,
        scope=Scope.PANE,
        short=N_("Tag…"),
        help=N_("Tags the words chosen, or the sentence at the caret, from a list."),
    ),
    Command(
        "passage.retag",
        N_("Tag differently…"),
        retag,
        Menu.PASSAGE,
        "edit",
        ("Shift+T",),
        can_change_passage,
        scope=Scope.PANE,
        help=N_("Puts the passage under another tag."),
    ),
    Command(
        "passage.remove",
        N_("Take the tag off"),
        remove,
        Menu.PASSAGE,
        "remove",
        ("Delete",),
        can_change_passage,
        scope=Scope.PANE,
        help=N_("Takes the tag off the passage; undo brings it back."),
    ),
    Command(
        "passage.grow",
        N_("Take in more words"),
        grow,
        Menu.PASSAGE,
        "sentence-grow",
        ("]", "."),
        with_pane,
        scope=Scope.PANE,
        starts_group=True,
        help=N_("Lets what will be tagged take in more."),
    ),
    Command(
        "passage.shrink",
        N_("Take in fewer words"),
        shrink,
        Menu.PASSAGE,
        "sentence-shrink",
        ("[", ","),
        with_pane,
        scope=Scope.PANE,
        help=N_("Lets what will be tagged take in less."),
    ),
    Command(
        "passage.raise_next",
        N_("Next passage under the caret"),
        raise_next,
        Menu.PASSAGE,
        "",
        ("Tab",),
        more_under_caret,
        scope=Scope.PANE,
        help=N_("Goes once through the passages that lie under the caret, then out of the text."),
    ),
    Command(
        "passage.raise_previous",
        N_("Previous passage under the caret"),
        partial(raise_next, backwards=True),
        Menu.PASSAGE,
        "",
        ("Shift+Tab",),
        partial(more_under_caret, backwards=True),
        scope=Scope.PANE,
        help=N_("Goes through the passages under the caret, the other way."),
    ),
    Command(
        "passage.cite",
        N_("Copy citation"),
        copy_citation,
        Menu.PASSAGE,
        "copy-citation",
        ("Ctrl+Shift+C",),
        with_project,
        starts_group=True,
        help=N_("Copies the words with title, dates, paragraph and number."),
    ),
    Command(
        "passage.show",
        N_("Show in its document"),
        show,
        Menu.PASSAGE,
        "read",
        (),
        with_project,
        help=N_("Goes to the passage in its document."),
    ),
)
