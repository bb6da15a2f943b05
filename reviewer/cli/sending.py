"""What exports say beside the file: what formats refuse, what stayed, which names stand in it."""

from collections.abc import Sequence
from pathlib import Path

from reviewer.cli.codes import CannotStart
from reviewer.cli.printing import complain, say_json
from reviewer.domain.interchange import Loss, Sent
from reviewer.domain.words import N_
from reviewer.environment.translation import _, counted, filled


def refuse(*, what: str | None, columns: str, exact: bool, protect: bool) -> None:
    """Raise ``CannotStart`` for choices that are those of tables."""
    if protect:
        raise CannotStart(
            N_(
                "--protect is for tables and reports: for other programs the words of documents, "
                "and whom they name, go out as they are."
            )
        )
    if what is not None or columns or exact:
        raise CannotStart(
            N_("--what, --columns and --exact are for tables; leave them out with this format.")
        )


def complain_of(losses: Sequence[Loss]) -> None:
    """Tell on standard error what of the project the file has no room for."""
    if losses:
        complain(_("What the file has no room for:"))
    for loss in losses:
        complain("- " + filled(loss.what.template, {**loss.what.values, "count": loss.count}))


def complain_of_names(names: int) -> None:
    """Tell on standard error that protected names were not replaced, as they can be."""
    if not names:
        return
    words = counted(
        "{count} protected name is not replaced", "{count} protected names are not replaced", names
    )
    complain(_("{names}; --protect does that.").format(names=words))


def complain_of_actors(named: int) -> None:
    """Tell on standard error how many protected actors another program is told of by name."""
    if named:
        complain(
            counted(
                "{count} protected actor is named in the file: the words of documents, and whom "
                "they name, go out as they are.",
                "{count} protected actors are named in the file: the words of documents, and whom "
                "they name, go out as they are.",
                named,
            )
        )


def say_sent(key: str, output: Path, sent: Sent) -> None:
    """Print what was written as one JSON object."""
    say_json(
        {
            "format": 1,
            "key": key,
            "output": str(output),
            "passages": sent.passages,
            "losses": [{"count": one.count, "words": one.what.sentence} for one in sent.losses],
        }
    )
