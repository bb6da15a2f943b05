"""The verbs of fields of one's own: a tag's passages have them beside their record."""

from collections.abc import Sequence
from dataclasses import replace

from reviewer.domain.errors import NotAllowed
from reviewer.domain.field_values import choices_of, field_name, help_of
from reviewer.domain.fields import Field, FieldKind, FieldWish
from reviewer.domain.words import N_
from reviewer.store.fields import choices_written
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History


class FieldOperations:
    """Fields of an open project's tags."""

    def __init__(self, project: ProjectFile, history: History) -> None:
        self._project = project
        self._fields = project.fields
        self._history = history

    def of(self, tag: int) -> list[Field]:
        """Return a tag's fields in their order."""
        return self._fields.of(tag)

    def all(self) -> list[Field]:
        """Return the fields of every tag, a tag's together and in their order."""
        return self._fields.all()

    def get(self, field: int) -> Field:
        """Return one field; raises ``NotFound``."""
        return self._fields.get(field)

    def use(self, field: int) -> int:
        """Return in how many passages something is entered; to be shown before ``remove``."""
        return self._fields.use(self._fields.get(field).id)

    def add(
        self,
        tag: int,
        name: str,
        kind: FieldKind = FieldKind.TEXT,
        choices: Sequence[str] = (),
        help: str = "",  # noqa: A002 - what the field calls it
    ) -> int:
        """Give a tag a field, after those it has; returns it.

        Raises ``NotAllowed`` where the tag has one of that name, capitals aside, and for a choice
        without choices.
        """
        self._project.tags.get(tag)
        return self._add(
            tag, FieldWish(None, self._free_name(tag, name), kind, tuple(choices), help)
        )

    def change(
        self,
        field: int,
        *,
        name: str | None = None,
        choices: Sequence[str] | None = None,
        help: str | None = None,  # noqa: A002 - what the field calls it
    ) -> None:
        """Change what a field is called, offers or explains; ``None`` leaves it as it is.

        Its kind stays: what is entered would not fit another. A choice that is gone stays where it
        was chosen. Raises ``NotAllowed`` as ``add`` does.
        """
        found = self._fields.get(field)
        if name is not None:
            name = self._free_name(found.tag, name, field)
        self._change(found, name, choices, help)

    def _add(self, tag: int, wish: FieldWish) -> int:
        """Add a field whose name is free."""
        offered = choices_of(wish.kind, wish.choices)
        arguments = {"field": wish.name, "tag": self._project.tags.get(tag).name}
        with self._history.step("fields.add", arguments):
            return self._fields.add(tag, wish.name, wish.kind, offered, help_of(wish.help))

    def _change(
        self,
        found: Field,
        name: str | None,
        choices: Sequence[str] | None,
        help: str | None,  # noqa: A002 - as in ``change``
    ) -> None:
        """Change a field; its name is free, or will be when everything is done."""
        values: dict[str, object] = {}
        if name is not None and name != found.name:
            values["name"] = name
        if choices is not None:
            offered = choices_of(found.kind, tuple(choices))
            if offered != found.choices:
                values["choices"] = choices_written(offered)
        if help is not None and (words := help_of(help)) != found.help:
            values["help"] = words
        if values:
            with self._history.step("fields.change", self._called(found)):
                self._fields.set(found.id, values)

    def revise(self, tag: int, wanted: Sequence[FieldWish]) -> None:
        """Let a tag have just these fields in this order, as one step.

        A field that is not among them goes with everything entered in it: show ``use`` first. Names
        may change places.
        Raises ``NotAllowed`` as ``add`` and ``change`` do; then nothing was changed.
        """
        found = self._project.tags.get(tag)
        named = _named_once(wanted)
        kept = {one.id for one in wanted}
        with self._history.step("fields.revise", {"tag": found.name}):
            for one in self._fields.of(tag):
                if one.id not in kept:
                    self._fields.remove(one.id)
            self._let_go_of_names(tag, named)
            for place, wish in enumerate(named):
                self._place(tag, wish, place)

    def _let_go_of_names(self, tag: int, named: Sequence[FieldWish]) -> None:
        """Give fields a name of their own for a moment that another one shall have."""
        wanted = {one.name.casefold(): one.id for one in named}
        for field in self._fields.of(tag):
            if wanted.get(field.name.casefold(), field.id) != field.id:
                self._fields.set(field.id, {"name": field.uid})

    def _place(self, tag: int, wish: FieldWish, place: int) -> None:
        field = wish.id
        if field is None:
            field = self._add(tag, wish)
        else:
            choices = wish.choices if wish.kind is FieldKind.CHOICE else None
            self._change(self._fields.get(field), wish.name, choices, wish.help)
        self.move(field, place)

    def move(self, field: int, place: int) -> None:
        """Put a field at ``place`` among the tag's others, counted from 0, as one step."""
        found = self._fields.get(field)
        others = [one for one in self._fields.of(found.tag) if one.id != field]
        at = min(max(place, 0), len(others))
        ordered = [*others[:at], found, *others[at:]]
        with self._history.step("fields.move", self._called(found)):
            for position, one in enumerate(ordered, 1):
                if one.position != position:
                    self._fields.set(one.id, {"position": position})

    def remove(self, field: int) -> int:
        """Take a field away with everything entered in it, as one step.

        Returns in how many passages that was; show ``use`` first.
        """
        found, use = self._fields.get(field), self._fields.use(field)
        with self._history.step("fields.remove", {**self._called(found), "count": use}):
            self._fields.remove(field)
        return use

    def _called(self, field: Field) -> dict[str, object]:
        return {"field": field.name, "tag": self._project.tags.get(field.tag).name}

    def _free_name(self, tag: int, written: str, field: int | None = None) -> str:
        name = field_name(written)
        for one in self._fields.of(tag):
            if one.id != field and one.name.casefold() == name.casefold():
                raise _taken(one.name)
        return name


def _named_once(wanted: Sequence[FieldWish]) -> list[FieldWish]:
    """Return wishes with their names put right; raises ``NotAllowed`` where two are the same."""
    named = [replace(one, name=field_name(one.name)) for one in wanted]
    met: set[str] = set()
    for one in named:
        if one.name.casefold() in met:
            raise _taken(one.name)
        met.add(one.name.casefold())
    return named


def _taken(name: str) -> NotAllowed:
    return NotAllowed(N_("The tag has a field “{field}” already."), field=name)
