"""Finding: in the document, in all documents, and where else something is said."""

from functools import partial

from reviewer.domain.errors import NotAllowed
from reviewer.domain.spans import Span
from reviewer.environment.translation import N_
from reviewer.ui.commands import Command, Menu, Scope, needs, with_project
from reviewer.ui.commands.help import open_help
from reviewer.ui.commands.passages import asked_tag, tag_with_key, with_pane
from reviewer.ui.desk import Context, PageName
from reviewer.ui.hit_tagging import Meant, hits_meant, places_meant, tag_places
from reviewer.ui.parts import SearchingPart

LONGEST_TAKEN_OVER = 120  # code points of a selection that is looked for


def parts(context: Context) -> SearchingPart | None:
    """Return what finds things."""
    return None if context.desk is None else context.desk.searching


@needs(N_("Open a document in a pane first."))
def can_find(context: Context) -> bool:
    """Say whether there is a text in sight to find something in, or the place for searching."""
    desk = context.desk
    return desk is not None and (with_pane(context) or desk.pages.current() is PageName.SEARCH)


@needs(N_("Find something in the document first."), changes=True)
def can_tag_found(context: Context) -> bool:
    """Say whether places are marked in the document that may be tagged."""
    desk, found = context.desk, parts(context)
    if desk is None or found is None or desk.workspace.read_only is not None:
        return False
    return with_pane(context) and found.find.count() > 0


@needs(N_("Choose hits on the Search page first."), changes=True)
def can_tag_hits(context: Context) -> bool:
    """Say whether hits are chosen that may be tagged."""
    desk = context.desk
    return desk is not None and desk.workspace.read_only is None and bool(places_meant(context))


@needs(N_("Search in all documents first."), changes=True)
def can_tag_all(context: Context) -> bool:
    """Say whether anything was found in all documents that may be tagged."""
    desk, found = context.desk, parts(context)
    if desk is None or found is None or desk.workspace.read_only is not None:
        return False
    return desk.pages.current() is PageName.SEARCH and found.page.has_hits()


@needs(N_("Write a query on the Search page first."), changes=True)
def can_save_query(context: Context) -> bool:
    """Say whether there is a query to keep."""
    desk, found = context.desk, parts(context)
    if desk is None or found is None or desk.workspace.read_only is not None:
        return False
    return desk.pages.current() is PageName.SEARCH and found.page.has_question()


def find_here(context: Context) -> None:
    """Open the bar over the text; on the Search page go to its field."""
    found = parts(context)
    if found is None or context.desk is None:
        return
    if context.desk.pages.current() is PageName.SEARCH:
        found.page.begin()
    else:
        found.find.open()


def step(context: Context, *, backwards: bool = False) -> None:
    """Go to the next place that was found, or the one before."""
    found = parts(context)
    if found is not None:
        found.find.step(backwards=backwards)


def tag_found(context: Context) -> None:
    """Tag every place that is marked in the document."""
    found = parts(context)
    places = [] if found is None else found.find.hits()
    if places:
        _tag_all(context, Meant(places))


def everywhere(context: Context) -> None:
    """Go to the Search page; words selected in the document are looked for."""
    desk, found = context.desk, parts(context)
    if desk is None or found is None:
        return
    words = _selected_words(context) if desk.pages.current() is PageName.READ else ""
    desk.pages.show_page(PageName.SEARCH)
    found.page.begin(f'"{words}"' if " " in words else words)


def tag_hits(context: Context) -> None:
    """Tag the chosen hits."""
    meant = places_meant(context)
    if meant:
        _tag_all(context, meant)


def tag_all(context: Context) -> None:
    """Tag every hit."""
    found = parts(context)
    places = [] if found is None else found.page.all_places()
    if not places:
        raise NotAllowed(N_("Nothing was found in the text of a document that could be tagged."))
    _tag_all(context, hits_meant(context, places))


def where_else(context: Context) -> None:
    """Look where else is spoken of the words selected, the passage gone to, or what is outlined."""
    desk, found = context.desk, parts(context)
    if desk is None or found is None:
        return
    document, span = desk.panes.document(), _asked_about(context)
    if document is None or span is None:
        raise NotAllowed(N_("Put the caret on some words first, or select them."))
    found.ask_where_else(document, span)


def save_query(context: Context) -> None:
    """Ask for a name, and keep the query under it."""
    found = parts(context)
    if found is not None:
        found.page.ask_for_name()


def run_query(context: Context, *, query: int) -> None:
    """Go to the Search page and look for what a saved query says."""
    desk, found = context.desk, parts(context)
    if desk is not None and found is not None:
        saved = desk.workspace.queries.get(query)
        desk.pages.show_page(PageName.SEARCH)
        found.page.run_query(saved)


def tag_with_key_pressed(context: Context, name: str) -> Command | None:
    """Return what a key pressed on hits does: tag them with the tag of that key, or ask for one."""
    from reviewer.ui.commands.registry import commands_in_use  # the registry reads this file

    for command in commands_in_use(context.settings):
        if command.id == "passage.tag" and name in command.shortcuts:
            return command
    return tag_with_key(context, name)


def _tag_all(context: Context, meant: Meant) -> None:
    tag = asked_tag(context, meant.words(), quoted=False)
    if tag is not None:
        tag_places(context, meant, tag)


def _selected_words(context: Context) -> str:
    desk = context.desk
    document = None if desk is None else desk.panes.document()
    if desk is None or document is None or not desk.panes.text().has_selection():
        return ""
    span = desk.panes.target()
    words = "" if span is None else span.of(desk.workspace.documents.text(document))
    words = " ".join(words.replace('"', " ").split())
    return words if len(words) <= LONGEST_TAKEN_OVER else ""


def _asked_about(context: Context) -> Span | None:
    """Return the selection, else the passage one went to, else what is outlined at the caret."""
    desk = context.desk
    if desk is None or desk.searching is None:
        return None
    raised = desk.searching.passage_meant()
    if raised is not None and not desk.panes.text().has_selection():
        return desk.workspace.passages.get(raised).span
    return desk.panes.target()


def _is_at_search(context: Context) -> bool:
    return context.desk is not None and context.desk.pages.current() is PageName.SEARCH


COMMANDS = (
    Command(
        "find.in_document",
        N_("Find in the document…"),
        find_here,
        Menu.EDIT,
        "search",
        ("Ctrl+F",),
        can_find,
        starts_group=True,
        help=N_("Marks every place of some words, or of a pattern, in the text."),
    ),
    Command(
        "find.next",
        N_("Next place found"),
        step,
        Menu.EDIT,
        "chevron-down",
        ("F3",),
        with_pane,
        help=N_("Goes to the next place of what was looked for, and selects it."),
    ),
    Command(
        "find.previous",
        N_("Previous place found"),
        partial(step, backwards=True),
        Menu.EDIT,
        "chevron-up",
        ("Shift+F3",),
        with_pane,
        help=N_("Goes to the place before of what was looked for, and selects it."),
    ),
    Command(
        "find.tag_all",
        N_("Tag every place found…"),
        tag_found,
        Menu.EDIT,
        "tag",
        (),
        can_tag_found,
        help=N_("Tags every place that is marked in this document, as one change."),
    ),
    Command(
        "search.everywhere",
        N_("Search in all documents"),
        everywhere,
        Menu.EDIT,
        "search",
        ("Ctrl+Shift+F", "Alt+3"),
        with_project,
        checked=_is_at_search,
        short=N_("Search"),
        starts_group=True,
        help=N_("Finds words in every document, passage and note; each hit in its line."),
    ),
    Command(
        "search.tag_hits",
        N_("Tag the chosen hits…"),
        tag_hits,
        Menu.EDIT,
        "tag",
        (),
        can_tag_hits,
        help=N_(
            "Tags the hits chosen on the Search page, as one change; so does T, or a tag’s key."
        ),
    ),
    Command(
        "search.tag_all",
        N_("Tag all hits…"),
        tag_all,
        Menu.EDIT,
        "tag",
        (),
        can_tag_all,
        help=N_("Tags everything found in the documents’ text, as one change."),
    ),
    Command(
        "search.save",
        N_("Save this query…"),
        save_query,
        Menu.EDIT,
        "pin",
        (),
        can_save_query,
        help=N_("Keeps the query in the project under a name."),
    ),
    Command(
        "search.where_else",
        N_("Where else"),
        where_else,
        Menu.EDIT,
        "where-else",
        ("W",),
        with_pane,
        scope=Scope.PANE,
        help=N_(
            "Lists places in other documents that share its names, numbers, dates, rare words."
        ),
    ),
    Command(
        "search.help",
        N_("How a query is written"),
        partial(open_help, page="search", at=N_("Words in all documents")),
        Menu.HELP,
        "help",
        (),
        with_project,
        help=N_("Phrases, OR, NOT, beginnings of words, words near each other."),
    ),
)
