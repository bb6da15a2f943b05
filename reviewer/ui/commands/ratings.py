"""Ratings of sources and claims: each analyst's own, with a reason."""

from reviewer.environment.translation import N_
from reviewer.ui.asking.rating import ask_rating, ask_rating_of_question
from reviewer.ui.commands import Command, Menu, needs, with_writable_project
from reviewer.ui.commands.documents import chosen
from reviewer.ui.commands.questions import at_question
from reviewer.ui.desk import Context, PageName


@needs(N_("Choose a single document first."), changes=True)
def with_one_document(context: Context) -> bool:
    """Say whether one document is meant, in a project that may be changed."""
    return with_writable_project(context) and len(chosen(context)) == 1


@needs(N_("Choose a single actor in the panel of actors (Ctrl+Shift+A)."), changes=True)
def with_one_actor(context: Context) -> bool:
    """Say whether one actor is chosen, in a project that may be changed."""
    desk = context.desk
    actors = None if desk is None else desk.actors
    return with_writable_project(context) and actors is not None and len(actors.chosen()) == 1


def rate_document(context: Context) -> None:
    """Ask how reliable the document meant is usually."""
    desk, documents = context.desk, chosen(context)
    if desk is not None and documents:
        found = desk.workspace.documents.get(documents[0])
        ask_rating(context, found.title or found.label, document=found.id)


def rate_actor(context: Context) -> None:
    """Ask how reliable the chosen actor is usually."""
    desk = context.desk
    if desk is not None and desk.actors is not None:
        for actor in list(desk.actors.chosen())[:1]:
            ask_rating(context, desk.workspace.actors.get(actor).name, actor=actor)


def rate_question(context: Context) -> None:
    """Ask how well what answers a question is borne out."""
    desk = context.desk
    if desk is None or desk.events is None or desk.pages.current() is not PageName.EVENTS:
        return
    question = desk.events.question()
    if question is not None:
        ask_rating_of_question(context, question)


COMMANDS = (
    Command(
        "rating.document",
        N_("Rate the source…"),
        rate_document,
        Menu.DOCUMENT,
        "",
        (),
        with_one_document,
        starts_group=True,
        help=N_("Says how reliable this source is usually, from A to F, with a reason."),
    ),
    Command(
        "rating.actor",
        N_("Rate the actor…"),
        rate_actor,
        Menu.CODEBOOK,
        "",
        (),
        with_one_actor,
        help=N_("Says how reliable this actor is usually, from A to F, with a reason."),
    ),
    Command(
        "rating.question",
        N_("Rate how well it is borne out…"),
        rate_question,
        Menu.EVENT,
        "",
        (),
        at_question,
        starts_group=True,
        help=N_("Says from 1 to 6 how well what answers the question is borne out, with a reason."),
    ),
)
