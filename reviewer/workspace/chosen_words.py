"""Which passages were chosen, in words: what an export says of itself."""

from collections.abc import Iterator, Sequence

from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.words import N_, Saying
from reviewer.store.project_file import ProjectFile

_NAMED = 20
"""How many documents are named with their titles; more than these by their numbers alone."""
_SWITCHES = (
    ("another_look", N_("Those that want another look")),
    ("nobody_checked", N_("Those that nobody has checked")),
    ("unconfirmed", N_("Those with something not confirmed")),
    ("follow_up", N_("Those to be followed up")),
)


def chosen_words(project: ProjectFile, chosen: PassageFilter) -> tuple[Saying, ...]:
    """Return one saying a condition; nothing where all passages were chosen.

    Raises ``NotFound`` for a document there is not; other names there are not are an ellipsis.
    """
    return tuple(_sayings(project, chosen))


def _sayings(project: ProjectFile, chosen: PassageFilter) -> Iterator[Saying]:
    if chosen.passages:
        yield Saying(N_("Chosen one by one: {count}"), {"count": f"{len(chosen.passages):,}"})
    if chosen.documents:
        yield _of(N_("In the documents: {names}"), _documents(project, chosen.documents))
    if chosen.words:
        yield Saying(N_("With the words: {words}"), {"words": chosen.words})
    if chosen.records:
        yield _of(N_("With a record: {names}"), [str(one) for one in chosen.records])
    yield from _named(project, chosen)
    for switch, words in _SWITCHES:
        if getattr(chosen, switch):
            yield Saying(words)


def _named(project: ProjectFile, chosen: PassageFilter) -> Iterator[Saying]:
    for wanted, template, names in (
        (chosen.tags, N_("With the tags: {names}"), _tags),
        (chosen.analysts, N_("Tagged by: {names}"), _analysts),
        (chosen.checked_by, N_("Checked by: {names}"), _analysts),
        (chosen.events, N_("In the events: {names}"), _events),
        (chosen.actors, N_("Naming: {names}"), _actors),
    ):
        if wanted:
            known = names(project)
            yield _of(template, [known.get(one, "…") for one in wanted])


def _tags(project: ProjectFile) -> dict[int, str]:
    return {one.id: one.name for one in project.tags.all()}


def _analysts(project: ProjectFile) -> dict[int, str]:
    return {one.id: one.name for one in project.analysts.all()}


def _events(project: ProjectFile) -> dict[int, str]:
    return {one.id: one.name for one in project.events.all()}


def _actors(project: ProjectFile) -> dict[int, str]:
    return {one.id: one.name for one in project.actors.all()}


def _documents(project: ProjectFile, documents: Sequence[int]) -> list[str]:
    found = [project.documents.get(one) for one in documents]
    if len(found) > _NAMED:
        return [one.label for one in found]
    return [f"{one.label} {one.title}" for one in found]


def _of(template: str, names: Sequence[str]) -> Saying:
    return Saying(template, {"names": ", ".join(names)})
