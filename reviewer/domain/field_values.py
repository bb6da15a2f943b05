"""What may be entered in a field of one's own, and how it is written down.

Numbers are kept in digits, dates as EDTF, yes and no as 1 and 0; empty is nothing entered.
"""

import re

from reviewer.domain.edtf_parser import parse
from reviewer.domain.errors import NotAllowed
from reviewer.domain.fields import Field, FieldKind
from reviewer.domain.record_values import LONGEST_WORDS, line_of
from reviewer.domain.text import normalise
from reviewer.domain.words import N_

LONGEST_FIELD_NAME = 60  # code points
LONGEST_HELP = 300
MOST_CHOICES = 100
YES, NO = "1", "0"
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,9})?")


def field_name(written: str) -> str:
    """Return a field's name on one line; raises ``NotAllowed`` for none or one too long."""
    name = line_of(normalise(written).text, LONGEST_FIELD_NAME)
    if not name:
        raise NotAllowed(N_("A field needs a name."))
    return name


def help_of(written: str) -> str:
    """Return a field's line of help; raises ``NotAllowed`` for one that is too long."""
    return line_of(normalise(written).text, LONGEST_HELP)


def choices_of(kind: FieldKind, written: tuple[str, ...]) -> tuple[str, ...]:
    """Return the choices of a field, each once, in order; none where it is not one of choices.

    Raises ``NotAllowed`` for a choice of nothing, and for more than fit.
    """
    if kind is not FieldKind.CHOICE:
        return ()
    lines = [line_of(normalise(one).text) for one in written]
    choices = tuple(dict.fromkeys(one for one in lines if one))
    if not choices:
        raise NotAllowed(N_("Give the choices of this field, one at least."))
    if len(choices) > MOST_CHOICES:
        raise NotAllowed(
            N_("There are {count} choices; at most {most} fit."),
            count=len(choices),
            most=MOST_CHOICES,
        )
    return choices


def value_of(field: Field, written: str) -> str:
    """Return what is entered in a field as it is kept; empty is nothing entered.

    Raises ``NotAllowed`` for what the field cannot hold.
    """
    value = line_of(normalise(written).text, LONGEST_WORDS)
    if not value:
        return ""
    if field.kind is FieldKind.DATE:
        return parse(value).expression
    fits = {
        FieldKind.TEXT: True,
        FieldKind.NUMBER: _NUMBER.fullmatch(value) is not None,
        FieldKind.CHOICE: value in field.choices,
        FieldKind.YES_NO: value in (YES, NO),
    }
    if not fits[field.kind]:
        raise NotAllowed(
            N_("“{value}” does not fit in the field “{field}”."), value=value, field=field.name
        )
    return value
