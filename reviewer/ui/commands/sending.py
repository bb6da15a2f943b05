"""Sending a project to other programs: for which, where to, and what stayed."""

from pathlib import Path

from reviewer.domain.interchange import Loss, Sent
from reviewer.domain.progress import Progress
from reviewer.environment.settings import EXPORT_SENT
from reviewer.environment.translation import N_, counted, filled
from reviewer.ui.asking.sending_questions import ProgramOffer, SendQuestion, SendWish
from reviewer.ui.commands import writing
from reviewer.ui.commands.scopes import counts_of, filter_of
from reviewer.ui.desk import Context, Desk
from reviewer.ui.models.other_programs import GOOD_FOR, LACKS
from reviewer.ui.wording import isolated
from reviewer.workspace.apart import export_to_file
from reviewer.workspace.operations.exports import LINES, PROJECT
from reviewer.workspace.sending_apart import send_to_file

_OWN_LINES = N_("For Reviewer and scripts (JSON Lines)")


def send(context: Context) -> None:
    """Ask for which program and where to, write it, and tell what the file has no room for."""
    desk = context.desk
    if desk is None:
        return
    offers = _offers(desk)
    wish = context.prompts.what_to_send(
        SendQuestion(
            offers,
            SendWish(context.settings.text(EXPORT_SENT)),
            counts_of(desk),
            desk.workspace.exports.protected_names(),
            frozenset((LINES,)),
        )
    )
    if wish is None:
        return
    context.settings.set(EXPORT_SENT, wish.format)
    formats = [(one.key, one.title, one.suffix) for one in offers if one.key == wish.format]
    answer = writing.ask_where(
        context, desk, context.prompts.file_to_export, "programs", wish.format, formats
    )
    if answer is not None:
        _write(context, desk, wish, answer[0])


def _offers(desk: Desk) -> list[ProgramOffer]:
    """Return the formats of other programs, then our own lines."""
    exports = desk.workspace.exports
    found = [(one.key, one.title, one.suffix) for one in exports.other_programs()]
    found += [(one.key, _OWN_LINES, one.suffix) for one in exports.formats(PROJECT)]
    return [
        ProgramOffer(key, title, suffix, GOOD_FOR.get(key, ""), LACKS.get(key, ""))
        for key, title, suffix in found
    ]


def _write(context: Context, desk: Desk, wish: SendWish, target: Path) -> None:
    project, chosen = desk.workspace.path, filter_of(desk, wish.scope)

    def work(progress: Progress) -> Sent:
        if wish.format != LINES:
            return send_to_file(project, wish.format, target, progress, chosen, overwrite=True)
        lines = export_to_file(
            *(project, LINES, target, progress, chosen),
            what=PROJECT,
            protect=wish.protect,
            overwrite=True,
        )
        return Sent(lines)

    def told(sent: Sent) -> None:
        done = f"{_written(wish, sent)}: {isolated(target.name)}"
        if sent.losses:
            losses = [loss_in_words(one) for one in sent.losses]
            writing.tell_losses(context, done, target, losses)
        else:
            writing.tell(context, done, target)

    job = desk.bridge.run(filled(N_("Export to {name}"), {"name": target.name}), work)
    job.failed.connect(context.prompts.tell)
    job.done.connect(told)


def _written(wish: SendWish, sent: Sent) -> str:
    """Return how much was written, and how many protected actors are named in it, if any."""
    count = sent.passages
    if wish.format == LINES:
        return counted("{count} line written", "{count} lines written", count)
    passages = counted("{count} passage exported", "{count} passages exported", count)
    if not sent.named:
        return passages
    names = counted("{count} protected actor named", "{count} protected actors named", sent.named)
    return f"{passages} · {names}"


def loss_in_words(loss: Loss) -> str:
    """Return what a format had no room for, as a person reads it."""
    return filled(loss.what.template, {**loss.what.values, "count": loss.count})
