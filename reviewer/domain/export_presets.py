"""How a table was exported, kept under a name: what it holds, in which format, which columns."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.domain.errors import NotAllowed
from reviewer.domain.words import N_

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class ExportPreset:
    """A choice with its name; no ``columns`` means all of them, in their own order."""

    name: str
    what: str
    format: str
    columns: tuple[str, ...] = ()


def preset_name(name: str) -> str:
    """Return a name in one line; raises ``NotAllowed`` where it is empty or too long."""
    plain = " ".join(name.split())
    if not plain:
        raise NotAllowed(N_("Give it a name."))
    if len(plain) > LONGEST_NAME:
        raise NotAllowed(
            N_("A name has {most} characters at most; this one has {count}."),
            most=LONGEST_NAME,
            count=len(plain),
        )
    return plain


def presets_written(presets: Iterable[ExportPreset]) -> str:
    """Return presets as the project keeps them, by name; nothing where there are none."""
    ordered = sorted(presets, key=lambda one: (one.name.casefold(), one.name))
    rows = [
        {"name": one.name, "what": one.what, "format": one.format, "columns": list(one.columns)}
        for one in ordered
    ]
    return json.dumps(rows, ensure_ascii=False) if rows else ""


def presets_read(kept: str) -> list[ExportPreset]:
    """Return presets as they were kept; one that cannot be understood is left out."""
    try:
        rows = json.loads(kept or "[]")
    except ValueError:
        return []
    return [_preset(row) for row in rows if _is_preset(row)] if isinstance(rows, list) else []


def _is_preset(row: object) -> bool:
    if not isinstance(row, dict) or not all(
        isinstance(row.get(key), str) for key in ("name", "what", "format")
    ):
        return False
    columns = row.get("columns")
    return isinstance(columns, list) and all(isinstance(one, str) for one in columns)


def _preset(row: dict[str, object]) -> ExportPreset:
    columns = row["columns"]
    return ExportPreset(
        str(row["name"]),
        str(row["what"]),
        str(row["format"]),
        tuple(map(str, columns)) if isinstance(columns, list) else (),
    )
