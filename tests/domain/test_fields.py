"""Fields of one's own: every kind has a label, and a value fits in its kind."""

import pytest

from reviewer.domain.errors import NotAllowed
from reviewer.domain.field_values import choices_of, field_name, help_of, value_of
from reviewer.domain.fields import FIELD_KIND_LABELS, Field, FieldKind


def a_field(kind: FieldKind) -> Field:
    return Field(1, "uid", 1, "Weapon", kind, ("gun", "knife"), "", 1)


def test_every_kind_has_a_label() -> None:
    assert FIELD_KIND_LABELS.keys() == set(FieldKind)


@pytest.mark.parametrize(
    ("kind", "written", "kept"),
    [
        (FieldKind.TEXT, "  of  a\nkind ", "of a kind"),
        (FieldKind.NUMBER, "-12.50", "-12.50"),
        (FieldKind.CHOICE, " gun ", "gun"),
        (FieldKind.DATE, " 2015-03 ", "2015-03"),
        (FieldKind.YES_NO, "0", "0"),
        (FieldKind.NUMBER, "  ", ""),
    ],
)
def test_what_fits_is_kept(kind: FieldKind, written: str, kept: str) -> None:
    assert value_of(a_field(kind), written) == kept


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (FieldKind.TEXT, "x" * 2_001),
        (FieldKind.NUMBER, "twelve"),
        (FieldKind.NUMBER, "1e9"),
        (FieldKind.CHOICE, "bomb"),
        (FieldKind.DATE, "someday"),
        (FieldKind.YES_NO, "yes"),
    ],
)
def test_what_does_not_fit_is_refused(kind: FieldKind, written: str) -> None:
    with pytest.raises(NotAllowed):
        value_of(a_field(kind), written)


def test_a_field_has_a_name_and_maybe_a_line_of_help() -> None:
    assert field_name(" Weapon\n used ") == "Weapon used"
    assert help_of("") == ""
    for refused in ("", "x" * 61):
        with pytest.raises(NotAllowed):
            field_name(refused)
    with pytest.raises(NotAllowed):
        help_of("x" * 301)


def test_choices_stand_once_and_only_where_one_chooses() -> None:
    assert choices_of(FieldKind.TEXT, ("gun",)) == ()
    assert choices_of(FieldKind.CHOICE, ("gun", " gun ", "", "knife")) == ("gun", "knife")
    with pytest.raises(NotAllowed, match="one at least"):
        choices_of(FieldKind.CHOICE, (" ",))
    with pytest.raises(NotAllowed, match="101 choices"):
        choices_of(FieldKind.CHOICE, tuple(map(str, range(101))))
