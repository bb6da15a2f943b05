"""Documents with their passages, as files: which and how, where to, and what was left out."""

from collections.abc import Sequence
from pathlib import Path

from reviewer.domain.progress import Progress
from reviewer.domain.report import Voice
from reviewer.domain.words import Saying
from reviewer.environment.settings import EXPORT_DOCUMENTS
from reviewer.environment.translation import N_, _, counted, filled, right_to_left, spoken
from reviewer.ui.asking.annotated_questions import (
    AnnotatedOffer,
    AnnotatedQuestion,
    AnnotatedWish,
    Which,
)
from reviewer.ui.commands import writing
from reviewer.ui.commands.documents import chosen
from reviewer.ui.commands.scopes import counts_of, filter_of
from reviewer.ui.desk import Context, Desk
from reviewer.ui.wording import isolated, sentence
from reviewer.workspace.annotated_apart import annotated_to_file
from reviewer.workspace.operations.annotated import Sent
from reviewer.workspace.reporting.reported import ReportWish

_WITH_PAGES = "application/pdf"
_LINES = {
    "html": N_("For any browser: marks in the text, and a list of the passages below."),
    "docx": N_("For a word processor: a comment at each passage."),
    "pdf": N_("The PDF as it came in, with highlights on its own pages."),
}


def export_documents(context: Context) -> None:
    """Ask which documents and how, and write them."""
    desk = context.desk
    if desk is None:
        return
    held = _held(desk)
    meant = {
        which: [one for one in _documents(context, desk, which) if one in held] for which in Which
    }
    wish = context.prompts.documents_to_export(_question(context, desk, meant, held))
    if wish is None:
        return
    context.settings.set(EXPORT_DOCUMENTS, wish.format)
    documents = meant[wish.which]
    annotated = desk.workspace.annotated
    title = next(one.title for one in annotated.formats() if one.key == wish.format)
    formats = [(wish.format, title, annotated.suffix_of(wish.format, len(documents)))]
    named = _("documents")
    if len(documents) == 1:
        named = desk.workspace.documents.get(documents[0]).label
    answer = writing.ask_where(
        context, desk, context.prompts.file_to_export, "documents", named, formats
    )
    if answer is not None:
        _write(context, desk, wish, documents, answer[0])


def _documents(context: Context, desk: Desk, which: Which) -> Sequence[int]:
    if which is Which.MEANT:
        return chosen(context)
    return desk.documents.order() if which is Which.LISTED else desk.workspace.documents.ids()


def _held(desk: Desk) -> dict[int, str]:
    """Return the documents that have words, each with its kind: no other has any to write."""
    found = map(desk.workspace.documents.get, desk.workspace.documents.ids())
    return {one.id: one.media_type for one in found if one.text is not None}


def _question(
    context: Context, desk: Desk, meant: dict[Which, list[int]], held: dict[int, str]
) -> AnnotatedQuestion:
    """Return what is asked; of many documents their kind says whether they have pages."""
    workspace = desk.workspace
    called = ""
    if len(meant[Which.MEANT]) == 1:
        found = workspace.documents.get(meant[Which.MEANT][0])
        called = f"{found.label} {found.title}"

    offers = {
        one.key: AnnotatedOffer(one.key, one.title, _LINES.get(one.key, ""), one.on_pages)
        for one in workspace.annotated.formats()
    }

    def left_out(wish: AnnotatedWish) -> int:
        documents = meant[wish.which]
        if len(documents) == 1:
            return int(workspace.annotated.refusal(documents[0], wish.format) is not None)
        on_pages = offers[wish.format].on_pages
        return sum(on_pages and held[one] != _WITH_PAGES for one in documents)

    return AnnotatedQuestion(
        list(offers.values()),
        {which: len(documents) for which, documents in meant.items()},
        called,
        counts_of(desk),
        workspace.exports.protected_names(),
        left_out,
        AnnotatedWish(format=context.settings.text(EXPORT_DOCUMENTS)),
    )


def _write(
    context: Context, desk: Desk, wish: AnnotatedWish, documents: Sequence[int], target: Path
) -> None:
    project = desk.workspace.path
    voice = Voice(spoken(), _say, right_to_left())
    how = ReportWish(chosen=filter_of(desk, wish.scope), protect=wish.protect, voice=voice)

    def work(progress: Progress) -> Sent:
        return annotated_to_file(
            project, documents, wish.format, target, progress, how, overwrite=True
        )

    def told(sent: Sent) -> None:
        several = counted("{count} document", "{count} documents", sent.documents)
        passages = counted("{count} passage", "{count} passages", sent.passages)
        words = _("{documents} with {passages}: {name}")
        done = words.format(documents=several, passages=passages, name=isolated(target.name))
        if sent.left:
            left = [f"{isolated(name)}: {sentence(problem)}" for name, problem in sent.left]
            writing.tell_losses(context, done, target, left, _("What was left out"))
        else:
            writing.tell(context, done, target)

    job = desk.bridge.run(filled(N_("Export to {name}"), {"name": target.name}), work)
    job.failed.connect(context.prompts.tell)
    job.done.connect(told)


def _say(said: Saying) -> str:
    return filled(said.template, said.values)
