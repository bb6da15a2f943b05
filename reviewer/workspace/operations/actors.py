"""The verbs of the register of actors: add, rename, merge, say who publishes."""

from collections.abc import Callable, Sequence

from reviewer.domain.actors import (
    Actor,
    ActorKind,
    ActorUse,
    actor_name,
)
from reviewer.domain.errors import NotAllowed, ReviewerError
from reviewer.domain.folding import folded_line
from reviewer.domain.links import LinkType
from reviewer.domain.notes import note_of
from reviewer.domain.ratings import Scale
from reviewer.domain.record_values import line_of
from reviewer.domain.text import normalise
from reviewer.domain.words import N_, one_or_many
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History
from reviewer.workspace.register import Register

_AGAINST = (LinkType.DENIES, LinkType.REJECTS_IN_GENERAL, LinkType.CONTRADICTS)
_BOTH_ENDS = N_(
    "In {passage}, “{speaker}” speaks of “{accused}” as who did it. As one actor they would accuse "
    "themselves: look at that passage again."
)
_SIDES = N_(
    "“{one}” and “{other}” stand on different sides ({side}, {other_side}). As one actor they "
    "would speak for one: passages in which who says so changes: {count}."
)
_ANSWERS = N_(
    "“{one}” and “{other}” answer each other, as in {passage}. As one actor they would answer "
    "themselves: passages in which who says so changes: {count}."
)
_BOTH_RATED = N_(
    "“{actor}” had a rating of its own ({value}) by an analyst who rated “{into}” too; the rating "
    "of “{into}” stays."
)


class ActorOperations:
    """Actors of an open project."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._project = project
        self._actors = project.actors
        self._history = history
        self._analyst = analyst
        self._now = now

    def all(self) -> list[Actor]:
        """Return the register by name."""
        return self._actors.all()

    def get(self, actor: int) -> Actor:
        """Return one actor; raises ``NotFound``."""
        return self._actors.get(actor)

    def several(self, actors: Sequence[int]) -> list[Actor]:
        """Return actors in the order asked for; raises ``NotFound``."""
        return self._actors.several(actors)

    def named(self, written: str) -> Actor | None:
        """Return the actor that has this name among its own, however it is spelt."""
        found = Register(self._actors.all()).named(written)
        return None if found is None else self._actors.get(found)

    def beginning_with(self, written: str, most: int = 20) -> list[Actor]:
        """Return the actors that a name being typed may mean, by name.

        First those of which a name begins so, then those of which a later word does; letters of
        any case, with accents or without.
        """
        wanted = folded_line(written)
        ranked = [(_rank(actor, wanted), actor) for actor in self._actors.all()]
        ranked.sort(key=lambda one: one[0])
        return [actor for rank, actor in ranked if rank < _NO_WORD][:most]

    def uses(self, actor: int) -> ActorUse:
        """Return where an actor is named; raises ``NotFound``."""
        return self._actors.uses(self._actors.get(actor).id)

    def add(
        self,
        name: str,
        kind: ActorKind = ActorKind.PERSON,
        side: str = "",
        names: Sequence[str] = (),
    ) -> int:
        """Add an actor; returns its id.

        Raises ``NotAllowed`` without a name, for one that is too long, and where another actor has
        one of the names already.
        """
        name = _name(name)
        others = list(dict.fromkeys(one for one in map(_name, names) if one != name))
        side = _side(side)
        for one in (name, *others):
            self._must_be_free(one)
        with self._history.step("actors.add", {"actor": name}):
            return self._actors.add(
                name, ActorKind(kind), side, others, analyst=self._analyst(), now=self._now()
            )

    def find_or_add(self, printed: str, kind: ActorKind = ActorKind.PERSON) -> int:
        """Return the actor that has this name, made now where none has it."""
        found = self.named(printed)
        return self.add(normalise(printed).text, kind) if found is None else found.id

    def change(
        self,
        actor: int,
        *,
        name: str | None = None,
        kind: ActorKind | None = None,
        side: str | None = None,
        protected: bool | None = None,
        note: str | None = None,
    ) -> None:
        """Change what is said of an actor, as one step; ``None`` leaves it as it is.

        Raises ``NotAllowed`` for a name that another actor has, and for more words than fit.
        """
        found = self._actors.get(actor)
        values: dict[str, object] = {}
        if name is not None and (written := _name(name)) != found.name:
            self._must_be_free(written, but=actor)
            values["name"] = written
        if kind is not None and kind is not found.kind:
            values["kind"] = ActorKind(kind)
        if side is not None and (party := _side(side)) != found.side:
            values["side"] = party
        if protected is not None and protected is not found.protected:
            values["protected"] = int(protected)
        if note is not None and (words := note_of(normalise(note).text)) != found.note:
            values["note"] = words
        if not values:
            return
        with self._history.step("actors.change", {"actor": values.get("name", found.name)}):
            if values.get("name") in found.names:
                self._actors.remove_name(actor, str(values["name"]))
            self._actors.set(actor, values, self._now())

    def add_name(self, actor: int, name: str) -> None:
        """Give an actor another name or spelling; one it has already changes nothing.

        Raises ``NotAllowed`` where another actor has that name: merge the two instead.
        """
        found, written = self._actors.get(actor), _name(name)
        if written in found.every_name:
            return
        self._must_be_free(written, but=actor)
        with self._history.step("actors.add_name", {"actor": found.name, "name": written}):
            self._actors.add_name(actor, written)
            self._actors.set(actor, {}, self._now())

    def remove_name(self, actor: int, name: str) -> None:
        """Take one of an actor's other names away; raises ``NotAllowed`` where it has it not."""
        found = self._actors.get(actor)
        if name not in found.names:
            raise NotAllowed(
                N_("“{name}” is not among the other names of “{actor}”."),
                name=name,
                actor=found.name,
            )
        with self._history.step("actors.remove_name", {"actor": found.name, "name": name}):
            self._actors.remove_name(actor, name)
            self._actors.set(actor, {}, self._now())

    def publish(self, documents: Sequence[int], actor: int | None) -> None:
        """Say which actor publishes documents, as one step; ``None`` takes it off again."""
        name = "" if actor is None else self._actors.get(actor).name
        changing = [one for one in documents if self._actors.publisher_of(one) != actor]
        step = "actors.unpublish" if actor is None else "actors.publish"
        with self._history.step(step, {"actor": name, "count": len(changing)}):
            self._project.documents.set(changing, {"publisher_actor": actor}, self._now())

    def publish_as(self, documents: Sequence[int], name: str) -> None:
        """Say by its name which actor publishes documents, as one step; made where it is new."""
        with self._history.step("actors.publish", {"actor": name, "count": len(documents)}):
            self.publish(documents, self.find_or_add(name, ActorKind.ORGANISATION))

    def publisher(self, document: int) -> int | None:
        """Return the actor that publishes a document, if somebody said which."""
        return self._actors.publisher_of(document)

    def would_speak_of_themselves(self, actors: Sequence[int], into: int) -> list[ReviewerError]:
        """Return, as errors not raised, which claims would have one actor at both their ends.

        That is said, and not refused: an actor may well have spoken of itself.
        """
        together = sorted({*actors, into})
        names = {one.id: one.name for one in self._actors.several(together)}
        return [
            NotAllowed(
                _BOTH_ENDS,
                passage=self._project.passages.label(passage),
                speaker=names[speaker],
                accused=names[accused],
            )
            for passage, speaker, accused in self._actors.speaking_of(together, together)
            if speaker != accused
        ]

    def would_join_sides(self, actors: Sequence[int], into: int) -> list[ReviewerError]:
        """Return, as errors not raised, which of the actors stand against the one that stays.

        They do where their sides are different, or where one answers, denies or excludes the other.
        """
        kept = self._actors.get(into)
        answering = self._answering()
        found: list[ReviewerError] = []
        for one in self._actors.several([one for one in dict.fromkeys(actors) if one != into]):
            values = {
                "one": one.name,
                "other": kept.name,
                "count": len(self._actors.uses(one.id).chains),
            }
            if one.side and kept.side and folded_line(one.side) != folded_line(kept.side):
                sides = {"side": one.side, "other_side": kept.side}
                found.append(NotAllowed(_SIDES, **values, **sides))
            passage = answering.get(frozenset((one.id, into)))
            if passage is not None:
                label = self._project.passages.label(passage)
                found.append(NotAllowed(_ANSWERS, **values, passage=label))
        return found

    def _answering(self) -> dict[frozenset[int], int]:
        """Return the pairs of actors of whom one answers the other, each with a passage."""
        links = [
            (one.from_passage, one.to_passage)
            for one in self._project.links.all()
            if one.type in _AGAINST and one.to_passage is not None
        ]
        ends = {end for pair in links for end in pair}
        speakers = self._project.speech.speakers(ends) if ends else {}
        found: dict[frozenset[int], int] = {}
        for pair in links:
            actors = [speakers[end].actor for end in pair if end in speakers]
            both = frozenset(one for one in actors if one is not None)
            if len(both) == 2:
                found.setdefault(both, pair[0])
        return found

    def merge(self, actors: Sequence[int], into: int) -> list[ReviewerError]:
        """Let several actors be one from now on, as one step: what names them names ``into``.

        Their names become other names of it, and what documents print stays as printed. Returns,
        as errors not raised, what a person should look at again. Raises ``NotAllowed`` when there
        is nothing to merge, ``NotFound`` for an actor that is gone.
        """
        kept = self._actors.get(into)
        others = self._actors.several([one for one in dict.fromkeys(actors) if one != into])
        if not others:
            raise NotAllowed(N_("Choose two actors or more to merge."))
        cautions = self.would_speak_of_themselves(actors, into)
        arguments = {"count": len(others), "actor": kept.name}
        with self._history.step("actors.merge", arguments):
            for gone in others:
                cautions += self._merge_one(gone, into)
        return cautions

    def remove(self, actors: Sequence[int]) -> None:
        """Take actors away as one step; raises ``NotAllowed`` for one that is named somewhere."""
        found = self._actors.several(actors)
        for one in found:
            count = self._actors.uses(one.id).count
            if count:
                raise NotAllowed(
                    one_or_many(
                        "“{actor}” is named in {count} place. Take it out there first, or "
                        "merge it with another.",
                        "“{actor}” is named in {count} places. Take it out there first, or "
                        "merge it with another.",
                    ),
                    actor=one.name,
                    count=count,
                )
        many = "_many" if len(found) > 1 else ""
        arguments = {"actor": found[0].name} if len(found) == 1 else {"count": len(found)}
        with self._history.step(f"actors.remove{many}", arguments):
            self._actors.remove(actors)

    def _merge_one(self, gone: Actor, into: int) -> list[ReviewerError]:
        kept, now = self._actors.get(into), self._now()
        self._actors.move_uses(gone.id, into, now)
        lost = self._actors.move_ratings(gone.id, into, now)
        self._actors.remove([gone.id])
        for name in gone.every_name:
            if name not in kept.every_name:
                self._actors.add_name(into, name)
        values: dict[str, object] = {
            "side": kept.side or gone.side,
            "protected": int(kept.protected or gone.protected),
            "note": note_of("\n".join(filter(None, dict.fromkeys((kept.note, gone.note))))),
        }
        self._actors.set(into, values, now)
        return [
            NotAllowed(
                _BOTH_RATED, actor=gone.name, into=kept.name, value=value, scale=Scale(scale)
            )
            for scale, value, _analyst in lost
        ]

    def _must_be_free(self, name: str, but: int | None = None) -> None:
        holder = self.named(name)
        if holder is not None and holder.id != but:
            raise NotAllowed(
                N_("“{name}” is a name of “{actor}” already. Merge the two if they are one."),
                name=name,
                actor=holder.name,
            )


_BEGINS, _HAS_WORD, _NO_WORD = range(3)


def _rank(actor: Actor, wanted: str) -> int:
    names = [folded_line(name) for name in actor.every_name]
    if any(name.startswith(wanted) for name in names):
        return _BEGINS
    return _HAS_WORD if any(f" {wanted}" in name for name in names) else _NO_WORD


def _name(written: str) -> str:
    return actor_name(normalise(written).text)


def _side(written: str) -> str:
    return line_of(normalise(written).text)
