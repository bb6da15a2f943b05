"""One's own rating of a document, an actor or a question: asked for with what stands, and kept."""

from reviewer.domain.ratings import Scale
from reviewer.ui.asking.rating_prompts import RatingQuestion, RatingWish
from reviewer.ui.desk import Context
from reviewer.ui.models.ratings import own_rating, rating_line


def ask_rating_of_question(context: Context, question: int) -> None:
    """Ask how well what answers a question is borne out."""
    if context.desk is not None:
        about = context.desk.workspace.events.question(question).wording
        ask_rating(context, about, question=question)


def ask_rating(
    context: Context,
    about: str,
    *,
    document: int | None = None,
    actor: int | None = None,
    question: int | None = None,
) -> None:
    """Ask for a rating of just one of the three; what is taken back goes."""
    desk = context.desk
    if desk is None:
        return
    workspace = desk.workspace
    known = workspace.ratings.of(document=document, actor=actor, question=question)
    mine = own_rating(workspace, known)
    now = RatingWish() if mine is None else RatingWish(mine.value, mine.reason)
    others = tuple(rating_line(workspace, one) for one in known if one is not mine)
    scale = Scale.RELIABILITY if question is None else Scale.CREDIBILITY
    wish = context.prompts.rating(RatingQuestion(about, scale, now, others))
    if wish is not None and wish != now:
        workspace.ratings.rate(
            wish.value, wish.reason, document=document, actor=actor, question=question
        )
