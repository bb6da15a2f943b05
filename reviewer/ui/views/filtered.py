"""What the passages table is filtered by, in words."""

from reviewer.domain.snapshot import PassageFilter
from reviewer.environment.translation import _, counted
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace


def passage_filter_sentence(workspace: Workspace, chosen: PassageFilter) -> str:
    """Return what the table is filtered by; empty when every passage is shown.

    One tag, document or analyst is named; several are counted.
    """
    tags = [isolated(one.name) for one in workspace.tags.all() if one.id in chosen.tags]
    rows = workspace.documents.listed(chosen.documents[:1])
    documents = [row.label for row in rows.values()]
    analysts = [isolated(one.name) for one in workspace.analysts() if one.id in chosen.analysts]
    parts = [
        _("“{words}”").format(words=isolated(chosen.words)) if chosen.words else "",
        _one(tags) or _several("{count} tag", "{count} tags", len(chosen.tags)),
        _one(documents[: 2 - len(chosen.documents)])
        or _several("{count} document", "{count} documents", len(chosen.documents)),
        _one(analysts) or _several("{count} analyst", "{count} analysts", len(chosen.analysts)),
    ]
    return ", ".join(part for part in parts if part)


def _one(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ""


def _several(one: str, many: str, count: int) -> str:
    return counted(one, many, count) if count else ""
