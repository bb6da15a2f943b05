"""The codebook's verbs that act on a tag's passages: show, tag, merge, split, remove."""

from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.tags import Tag, TagUse
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.asking.tag_questions import Joining, MergeQuestion, SplitQuestion
from reviewer.ui.commands import Command, Menu, Scope, needs
from reviewer.ui.commands.passages import can_tag
from reviewer.ui.commands.passages import tag as tag_with
from reviewer.ui.commands.tags import CHOOSE_FIRST, can_change_tag, choose, chosen, with_tag
from reviewer.ui.desk import Context, PageName
from reviewer.ui.models.tags import passage_offer
from reviewer.ui.telling import newest_step, say_done
from reviewer.ui.wording import isolated


@needs(CHOOSE_FIRST, changes=True)
def can_tag_with_it(context: Context) -> bool:
    """Say whether a tag is chosen, and there is a document to tag in."""
    return chosen(context) is not None and can_tag(context)


def remove(context: Context) -> None:
    """Remove the chosen tag with its passages, after saying how many."""
    desk, tag = context.desk, chosen(context)
    if desk is None or tag is None:
        return
    found, use = desk.workspace.tags.get(tag), desk.workspace.regrouping.use(tag)
    question = "\n".join(removal_sentences(found, use))
    if use.passages and not context.prompts.confirm(question, _("Remove the tag")):
        return
    desk.workspace.regrouping.remove(tag)
    said = _("“{tag}” removed. Undo brings it back.").format(tag=isolated(found.name))
    say_done(context, said)


def removal_sentences(tag: Tag, use: TagUse) -> list[str]:
    """Say what goes with a tag."""
    passages = counted("{count} passage", "{count} passages", use.passages)
    documents = counted("in {count} document", "in {count} documents", use.documents)
    loses = _("{passages} {documents} lose the tag “{tag}”.")
    if use.passages == 1:
        loses = _("{passages} {documents} loses the tag “{tag}”.")
    said = [loses.format(passages=passages, documents=documents, tag=isolated(tag.name))]
    if use.off_the_list:
        said.append(
            counted(
                "{count} of them stands in a document that is off the list.",
                "{count} of them stand in documents that are off the list.",
                use.off_the_list,
            )
        )
    if use.children:
        said.append(
            counted(
                "{count} tag under it stays, one level up.",
                "{count} tags under it stay, one level up.",
                use.children,
            )
        )
    return said


def merge(context: Context) -> None:
    """Ask for another tag, and make one of the two."""
    desk, tag = context.desk, chosen(context)
    if desk is None or tag is None:
        return
    regrouping, tags = desk.workspace.regrouping, desk.workspace.tags.all()

    def joining(source: int, target: int) -> Joining:
        use = regrouping.use(source)
        children = {one.id for one in tags if one.parent == source}
        return Joining(
            use.passages, regrouping.would_stand_twice(source, target), len(children - {target})
        )

    wish = context.prompts.merge_tags(MergeQuestion(tags, tag, joining))
    if wish is not None:
        done = regrouping.merge(wish.source, wish.target, wish.definition)
        choose(context, wish.target)
        say_done(context, counted("{count} passage moved.", "{count} passages moved.", done.moved))


def split(context: Context) -> None:
    """Ask which passages of the chosen tag shall go under a new one."""
    desk, tag = context.desk, chosen(context)
    if desk is None or tag is None:
        return
    workspace = desk.workspace
    names = frozenset(one.name.casefold() for one in workspace.tags.all())
    question = SplitQuestion(workspace.tags.get(tag), passage_offer(workspace, tag), names)
    wish = context.prompts.split_tag(question)
    if wish is not None:
        made = workspace.regrouping.split(tag, wish.passages, wish.name, wish.definition)
        choose(context, made)


def show_passages(context: Context) -> None:
    """Show the chosen tag's passages in their table."""
    desk, tag = context.desk, chosen(context)
    if desk is not None and tag is not None:
        desk.passages.show_filter(PassageFilter(tags=(tag,)))
        desk.pages.show_page(PageName.PASSAGES)


def use(context: Context) -> None:
    """Tag the words chosen in the focused pane with the chosen tag."""
    desk, tag = context.desk, chosen(context)
    if desk is not None and tag is not None:
        tag_with(context, wanted=desk.workspace.tags.get(tag))


def looked_again(context: Context) -> None:
    """Let all passages of the chosen tag have had their other look."""
    desk, tag = context.desk, chosen(context)
    if desk is None or tag is None:
        return
    passages = desk.workspace.passages.ids(PassageFilter(tags=(tag,), another_look=True))
    since = newest_step(context)
    desk.workspace.definitions.looked_at_again(passages)
    say_done(
        context,
        counted(
            "{count} passage looked at again.", "{count} passages looked at again.", len(passages)
        ),
        since,
    )


COMMANDS = (
    Command(
        "tag.remove",
        N_("Remove the tag…"),
        remove,
        Menu.CODEBOOK,
        "remove",
        ("Delete",),
        can_change_tag,
        scope=Scope.CODEBOOK,
        help=N_("Removes the tag with its passages, after saying how many."),
    ),
    Command(
        "tag.merge",
        N_("Merge with another tag…"),
        merge,
        Menu.CODEBOOK,
        "",
        (),
        can_change_tag,
        scope=Scope.CODEBOOK,
        starts_group=True,
        help=N_("Makes one tag of two, with the passages of both."),
    ),
    Command(
        "tag.split",
        N_("Split passages off…"),
        split,
        Menu.CODEBOOK,
        "",
        (),
        can_change_tag,
        scope=Scope.CODEBOOK,
        help=N_("Puts chosen passages of the tag under a new one."),
    ),
    Command(
        "tag.use",
        N_("Tag the chosen words with it"),
        use,
        Menu.CODEBOOK,
        "tag",
        ("Shift+Return",),
        can_tag_with_it,
        scope=Scope.CODEBOOK,
        starts_group=True,
        help=N_("Tags the words chosen in the document, or the sentence at the caret."),
    ),
    Command(
        "tag.passages",
        N_("Show its passages"),
        show_passages,
        Menu.CODEBOOK,
        "passages",
        ("Alt+Return",),
        with_tag,
        scope=Scope.CODEBOOK,
        help=N_("Shows the tag’s passages in their table."),
    ),
    Command(
        "tag.looked_again",
        N_("All its passages looked at again"),
        looked_again,
        Menu.CODEBOOK,
        "second-look",
        (),
        can_change_tag,
        scope=Scope.CODEBOOK,
        help=N_("Takes the mark off passages that were tagged under another wording."),
    ),
)
