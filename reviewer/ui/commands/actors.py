"""The register of actors: shown, added to, merged, removed from."""

from reviewer.domain.actors import ACTOR_KIND_LABELS, Actor
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.asking.event_prompts import Choosing, Entry
from reviewer.ui.commands import Command, Menu, needs, with_writable_project
from reviewer.ui.desk import Context, Desk
from reviewer.ui.telling import say_done
from reviewer.ui.wording import one_line, sentence


def toggle(context: Context) -> None:
    """Show the panel of actors with the keys in it, or put it away."""
    desk = context.desk
    if desk is None or desk.actors is None:
        return
    desk.pages.toggle("actors")
    if desk.actors.is_shown():
        desk.actors.take_keys()
    else:
        desk.pages.give_keys_back()


def is_shown(context: Context) -> bool:
    """Say whether the panel of actors is in sight."""
    desk = context.desk
    return desk is not None and desk.actors is not None and desk.actors.is_shown()


def add(context: Context) -> None:
    """Put the caret where the name of a new actor is written."""
    if context.desk is not None and context.desk.actors is not None:
        context.desk.actors.begin()


def merge(context: Context) -> None:
    """Ask which name stays, say what it would mean, and let the others be the same actor."""
    desk = context.desk
    chosen = _chosen(desk)
    if desk is None or len(chosen) < 2:
        return
    actors = desk.workspace.actors
    entries = [_entry(one) for one in actors.several(chosen)]
    answer = context.prompts.pick(
        Choosing(_("Which name stays?"), _("The others become other names of it"), entries)
    )
    if not isinstance(answer, Entry):
        return
    against = [sentence(one) for one in actors.would_join_sides(chosen, answer.id)]
    cautions = [sentence(one) for one in actors.would_speak_of_themselves(chosen, answer.id)]
    cautions = against + cautions
    if cautions and not context.prompts.confirm("\n\n".join(cautions), _("Merge all the same")):
        return
    told = [sentence(one) for one in actors.merge(chosen, answer.id)]
    said = counted("{count} actor merged.", "{count} actors merged.", len(chosen))
    rest = [one for one in told if one not in cautions]
    if rest:
        context.prompts.left_out(said, rest, of_codebook=False)
    else:
        say_done(context, said)
    if desk.actors is not None:
        desk.actors.choose(answer.id)


def remove(context: Context) -> None:
    """Take the chosen actors away; one that is named somewhere is not."""
    desk = context.desk
    chosen = _chosen(desk)
    if desk is None or not chosen:
        return
    desk.workspace.actors.remove(chosen)
    say_done(context, counted("{count} actor removed.", "{count} actors removed.", len(chosen)))


def _chosen(desk: Desk | None) -> list[int]:
    return [] if desk is None or desk.actors is None else list(desk.actors.chosen())


def _entry(actor: Actor) -> Entry:
    second = ", ".join((_(ACTOR_KIND_LABELS[actor.kind]), *map(one_line, actor.names)))
    return Entry(actor.id, actor.name, second)


@needs(N_("Choose two actors or more in the panel of actors (Ctrl+Shift+A)."), changes=True)
def with_several(context: Context) -> bool:
    """Say whether two actors or more are chosen, in a project that may be changed."""
    return with_writable_project(context) and len(_chosen(context.desk)) > 1


@needs(N_("Choose an actor in the panel of actors (Ctrl+Shift+A)."), changes=True)
def with_one(context: Context) -> bool:
    """Say whether an actor is chosen, in a project that may be changed."""
    return with_writable_project(context) and bool(_chosen(context.desk))


COMMANDS = (
    Command(
        "actors.show",
        N_("Actors"),
        toggle,
        Menu.VIEW,
        "actors",
        ("Ctrl+Shift+A",),
        checked=is_shown,
        help=N_("Shows the register of who speaks, is accused, is harmed or publishes."),
    ),
    Command(
        "actors.add",
        N_("New actor…"),
        add,
        Menu.CODEBOOK,
        "add",
        (),
        with_writable_project,
        starts_group=True,
        help=N_("Writes a new name into the register of actors."),
    ),
    Command(
        "actors.merge",
        N_("Merge actors…"),
        merge,
        Menu.CODEBOOK,
        "merge",
        (),
        with_several,
        help=N_("Lets several actors be one; their names stay, and what documents print."),
    ),
    Command(
        "actors.remove",
        N_("Remove actors"),
        remove,
        Menu.CODEBOOK,
        "remove",
        (),
        with_one,
        help=N_("Takes actors out of the register that are named nowhere."),
    ),
)
