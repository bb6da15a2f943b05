"""Another tag or record for passages: what has no place there, and what goes, is named first."""

from collections.abc import Sequence

from reviewer.domain.tags import RecordKind, Tag
from reviewer.environment.translation import _, counted
from reviewer.ui.desk import Context
from reviewer.ui.models.links import link_sentence
from reviewer.ui.wording import isolated
from reviewer.workspace.operations.records import WouldGo
from reviewer.workspace.project import Workspace

_LINKS_NAMED = 8


def may_go(context: Context, passages: Sequence[int], tag: Tag) -> bool:
    """Ask, where entered values or links would go with another tag; says whether it may be done."""
    desk = context.desk
    if desk is None:
        return False
    records = desk.workspace.records
    values = _values(
        _(
            "Under the tag {tag} there is no place for these details that were entered:\n"
            "{fields}\n"
            "Tagging differently removes them. Undo brings them back."
        ),
        tag,
        records.would_go(passages, tag.id),
    )
    links = _links(desk.workspace, tag, records.links_that_would_go(passages, tag.id))
    return _agreed(context, [*values, *links], _("Tag differently"))


def may_change_kind(context: Context, tag: Tag, kind: RecordKind) -> bool:
    """Ask, where entered values or links would go with another record; says whether it may be."""
    desk = context.desk
    if desk is None or kind is tag.record:
        return True
    records = desk.workspace.records
    values = _values(
        _(
            "Passages under {tag} would have no place for these details that were entered:\n"
            "{fields}\n"
            "Changing the tag removes them. Undo brings them back."
        ),
        tag,
        records.would_go_with_kind(tag.id, kind),
    )
    links = _links(desk.workspace, tag, records.links_that_would_go_with_kind(tag.id, kind))
    return _agreed(context, [*values, *links], _("Change the tag"))


def _agreed(context: Context, parts: Sequence[str], deed: str) -> bool:
    return not parts or context.prompts.confirm("\n\n".join(parts), deed)


def _values(question: str, tag: Tag, going: Sequence[WouldGo]) -> list[str]:
    fields = "\n".join(
        _("{field}, in {passages}").format(
            field=isolated(one.label) if one.key.isdecimal() else _(one.label),
            passages=counted("{count} passage", "{count} passages", one.passages),
        )
        for one in going
    )
    return [question.format(tag=isolated(tag.name), fields=fields)] if going else []


def _links(workspace: Workspace, tag: Tag, going: Sequence[int]) -> list[str]:
    """Say which links go, the first few of them by name."""
    if not going:
        return []
    named = [link_sentence(workspace, workspace.links.get(one)) for one in going[:_LINKS_NAMED]]
    if len(going) > len(named):
        left = len(going) - len(named)
        named.append(counted("and {count} more", "and {count} more", left))
    question = _(
        "Under {tag} these links would be wrong:\n{links}\n"
        "They are removed then. Undo brings them back."
    )
    return [question.format(tag=isolated(tag.name), links="\n".join(named))]
