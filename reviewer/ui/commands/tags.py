"""The codebook's verbs for one tag at a time: add, change, move, put under another.

They act on the tag chosen in the codebook's tree, where they have keys of their own. What acts on
its passages stands in ``regrouping.py``.
"""

from collections.abc import Collection, Mapping
from functools import partial

from reviewer.domain import tag_trees
from reviewer.domain.fields import FieldWish, as_wished
from reviewer.domain.tags import Tag, as_key
from reviewer.environment.translation import N_, _
from reviewer.ui.asking.record_prompts import FieldsQuestion
from reviewer.ui.asking.retagging import may_change_kind
from reviewer.ui.asking.tag_questions import (
    TagQuestion,
    TagWish,
)
from reviewer.ui.commands import Command, Menu, Scope, needs, with_writable_project
from reviewer.ui.desk import Context, Desk
from reviewer.ui.parts import CodebookPart
from reviewer.workspace.operations.tags import TagChange
from reviewer.workspace.project import Workspace

CHOOSE_FIRST = N_("Choose a tag in the codebook first.")
PANEL = "codebook"


def with_codebook(context: Context) -> bool:
    """Say whether there is a codebook to be shown."""
    return context.desk is not None and context.desk.codebook is not None


@needs(CHOOSE_FIRST)
def with_tag(context: Context) -> bool:
    """Say whether a tag is chosen."""
    return chosen(context) is not None


@needs(CHOOSE_FIRST, changes=True)
def can_change_tag(context: Context) -> bool:
    """Say whether a tag is chosen that may be changed."""
    return with_writable_project(context) and chosen(context) is not None


def chosen(context: Context) -> int | None:
    """Return the tag meant: the one that is selected in the codebook."""
    part = part_of(context)
    return None if part is None else part.chosen()


def taken_keys(context: Context) -> Mapping[str, str]:
    """Return the letters and digits that run something in a document, with what they run."""
    # The registry finds the commands by importing this module, so it cannot be imported above.
    from reviewer.ui.commands.registry import commands_in_use

    return {
        as_key(key): _(command.title).rstrip("…")
        for command in commands_in_use(context.settings)
        if command.scope is Scope.PANE
        for key in command.shortcuts
        if as_key(key)
    }


def toggle(context: Context) -> None:
    """Show the codebook with the keys in it, or hide it and give the keys back."""
    desk, part = context.desk, part_of(context)
    if desk is None or part is None:
        return
    desk.pages.toggle(PANEL)
    if part.is_shown():
        part.focus_tree()
    else:
        desk.pages.give_keys_back()


def show(context: Context, *, tag: int) -> None:
    """Show a tag in the codebook, and give it the keys."""
    desk, part = context.desk, part_of(context)
    if desk is not None and part is not None:
        if not part.is_shown():
            desk.pages.toggle(PANEL)
        part.choose(tag)
        part.focus_tree()


def is_shown(context: Context) -> bool:
    """Say whether the codebook is in sight."""
    part = part_of(context)
    return part is not None and part.is_shown()


def add(context: Context, *, under: bool = False) -> None:
    """Ask for a new tag beside the chosen one, or under it, and add it."""
    desk = context.desk
    if desk is None:
        return
    tags, beside = desk.workspace.tags, chosen(context)
    parent = beside if under or beside is None else tags.get(beside).parent
    taken = taken_keys(context)
    wish = context.prompts.describe_tag(TagQuestion(tags.all(), taken, parent=parent))
    if wish is None:
        return
    with desk.workspace.history.joined():
        made = tags.add(
            wish.name,
            colour=wish.colour,
            key=wish.key,
            definition=wish.definition,
            parent=wish.parent,
            record=wish.record,
            taken=taken,
            take_key=wish.take_key,
        )
        if wish.fields:
            desk.workspace.fields.revise(made, wish.fields)
    choose(context, made)


def edit(context: Context) -> None:
    """Ask what shall be said of the chosen tag, and change it."""
    desk, tag = context.desk, chosen(context)
    if desk is None or tag is None:
        return
    workspace, taken = desk.workspace, taken_keys(context)
    found, passages = workspace.tags.get(tag), workspace.regrouping.use(tag).passages
    # A key it has had all along is nobody's business: commands were given theirs later.
    in_the_way = {key: title for key, title in taken.items() if key != as_key(found.key)}
    fields, use = _fields(workspace, tag)
    question = TagQuestion(
        workspace.tags.all(), in_the_way, found, passages=passages, fields=fields, use=use
    )
    wish = context.prompts.describe_tag(question)
    if wish is not None and may_change_kind(context, found, wish.record):
        with workspace.history.joined():
            _revise(workspace, found, wish, taken)
            if wish.fields is not None:
                workspace.fields.revise(tag, wish.fields)
        choose(context, tag)


def change_fields(context: Context) -> None:
    """Ask which fields of one's own the chosen tag's passages shall have."""
    desk, tag = context.desk, chosen(context)
    if desk is None or tag is None:
        return
    fields, use = _fields(desk.workspace, tag)
    name = desk.workspace.tags.get(tag).name
    wanted = context.prompts.tag_fields(FieldsQuestion(name, fields, use))
    if wanted is not None:
        desk.workspace.fields.revise(tag, wanted)


def move(context: Context, *, by: int) -> None:
    """Let the chosen tag change places with the one above or below it."""
    desk, tag = context.desk, chosen(context)
    if desk is None or tag is None:
        return
    beside, at = _beside(desk, tag)
    if 0 <= at + by < len(beside):
        desk.workspace.tags.move(tag, at + by)
        choose(context, tag)


def nest(context: Context) -> None:
    """Put the chosen tag under the one above it on its level, as its last."""
    desk, tag = context.desk, chosen(context)
    if desk is None or tag is None:
        return
    beside, at = _beside(desk, tag)
    if at > 0:
        desk.workspace.tags.nest(tag, beside[at - 1].id)
        choose(context, tag)


def unnest(context: Context) -> None:
    """Put the chosen tag one level up, right after the one it stood under."""
    desk, tag = context.desk, chosen(context)
    if desk is None or tag is None:
        return
    above = desk.workspace.tags.get(tag).parent
    if above is not None:
        _siblings, place = _beside(desk, above)
        desk.workspace.tags.nest(tag, desk.workspace.tags.get(above).parent, place + 1)
        choose(context, tag)


def _fields(workspace: Workspace, tag: int) -> tuple[tuple[FieldWish, ...], Mapping[int, int]]:
    """Return a tag's own fields, and in how many passages each has something entered."""
    fields = workspace.fields.of(tag)
    return as_wished(fields), {one.id: workspace.fields.use(one.id) for one in fields}


def _revise(workspace: Workspace, tag: Tag, wish: TagWish, taken: Collection[str]) -> None:
    wanted = TagChange(wish.name, wish.colour, wish.key, wish.definition, wish.record)
    workspace.tags.revise(tag.id, wanted, wish.parent, taken=taken, swap_keys=wish.take_key)


def part_of(context: Context) -> CodebookPart | None:
    """Return the codebook, if there is one in this window."""
    return None if context.desk is None else context.desk.codebook


def choose(context: Context, tag: int) -> None:
    """Select a tag where the codebook is in sight."""
    part = part_of(context)
    if part is not None and part.is_shown():
        part.choose(tag)


def _beside(desk: Desk, tag: int) -> tuple[list[Tag], int]:
    """Return the tags a tag stands beside, itself among them, and its place."""
    tags = desk.workspace.tags.all()
    beside = tag_trees.siblings(tags, desk.workspace.tags.get(tag).parent)
    return beside, [one.id for one in beside].index(tag)


COMMANDS = (
    Command(
        "view.codebook",
        N_("Codebook panel"),
        toggle,
        Menu.CODEBOOK,
        "tag",
        ("Ctrl+B",),
        with_codebook,
        checked=is_shown,
        help=N_("Shows or hides the tags, with what they mean."),
    ),
    Command(
        "tag.add",
        N_("Add a tag…"),
        add,
        Menu.CODEBOOK,
        "add",
        ("Ins", "Ctrl+Return"),
        with_writable_project,
        scope=Scope.CODEBOOK,
        starts_group=True,
        help=N_("Adds a tag beside the chosen one."),
    ),
    Command(
        "tag.add_under",
        N_("Add a tag under it…"),
        partial(add, under=True),
        Menu.CODEBOOK,
        "",
        ("Shift+Ins",),
        can_change_tag,
        scope=Scope.CODEBOOK,
        help=N_("Adds a tag under the chosen one."),
    ),
    Command(
        "tag.edit",
        N_("Change the tag…"),
        edit,
        Menu.CODEBOOK,
        "edit",
        ("F2", "Return"),
        can_change_tag,
        scope=Scope.CODEBOOK,
        help=N_("Name, what it means, colour, key, place and details."),
    ),
    Command(
        "tag.fields",
        N_("Fields of the tag…"),
        change_fields,
        Menu.CODEBOOK,
        "numbers",
        ("Shift+F2",),
        can_change_tag,
        scope=Scope.CODEBOOK,
        help=N_("Fields of your own that stand below the details of the tag’s passages."),
    ),
    Command(
        "tag.up",
        N_("Move up"),
        partial(move, by=-1),
        Menu.CODEBOOK,
        "chevron-up",
        ("Alt+Up",),
        can_change_tag,
        scope=Scope.CODEBOOK,
        starts_group=True,
        help=N_("Moves the tag before the one above it."),
    ),
    Command(
        "tag.down",
        N_("Move down"),
        partial(move, by=1),
        Menu.CODEBOOK,
        "chevron-down",
        ("Alt+Down",),
        can_change_tag,
        scope=Scope.CODEBOOK,
        help=N_("Moves the tag after the one below it."),
    ),
    Command(
        "tag.nest",
        N_("Put under the tag above"),
        nest,
        Menu.CODEBOOK,
        "chevron-right",
        ("Alt+Right",),
        can_change_tag,
        scope=Scope.CODEBOOK,
        help=N_("Puts the tag under the one above it, as its last."),
    ),
    Command(
        "tag.unnest",
        N_("Put one level up"),
        unnest,
        Menu.CODEBOOK,
        "chevron-left",
        ("Alt+Left",),
        can_change_tag,
        scope=Scope.CODEBOOK,
        help=N_("Puts the tag beside the one it stands under."),
    ),
)
