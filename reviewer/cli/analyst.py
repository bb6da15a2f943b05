"""Whose name is on the work that a command does."""

import os
import sys
from uuid import UUID, uuid5

from reviewer.cli.codes import CannotStart
from reviewer.cli.printing import on_terminal
from reviewer.domain.analysts import analyst_name
from reviewer.domain.errors import NotAllowed
from reviewer.domain.words import N_
from reviewer.environment.settings import ANALYST_NAME, ANALYST_UID, Settings
from reviewer.environment.translation import _
from reviewer.workspace.project import Identity

VARIABLE = "REVIEWER_ANALYST"
_NAMES = UUID("5f0c7a3e-9a52-4d0b-8a1c-6d1f5f3c2b7e")


def identity(given: str | None) -> Identity:
    """Return who works: ``--analyst``, else ``REVIEWER_ANALYST``, else the settings' name, else
    whoever answers on the terminal.

    The uid in the settings belongs to the name in the settings. Where none stands there, this
    name becomes the settings': two names under one uid would be one analyst to every project,
    and the second would be written over the first on work already done. Any other name gets a
    uid of its own made from the name (the same on every machine and in every run), so that a
    colleague's work done here stays the colleague's. Settings that cannot be written hold no uid
    either; then too the name makes it.

    Raises ``CannotStart`` when nobody's name is known and nobody can be asked.
    """  # noqa: D205 - four places to look in make one sentence
    settings = Settings()
    own = settings.text(ANALYST_NAME)
    name = _checked(_found(given, own))
    if own and own != name:
        return Identity(str(uuid5(_NAMES, name)), name)
    if not own:
        settings.set(ANALYST_NAME, name)
    uid = settings.analyst_uid()
    kept = Settings().text(ANALYST_UID) == uid
    return Identity(uid if kept else str(uuid5(_NAMES, name)), name)


def _found(given: str | None, own: str) -> str:
    if given is not None:
        return given
    return os.environ.get(VARIABLE) or own or _asked()


def _asked() -> str:
    if not (on_terminal(sys.stdin) and on_terminal(sys.stderr)):
        raise CannotStart(
            N_(
                "Your name is needed: it stands with every passage you tag. "
                "Give it with --analyst NAME, or set {variable}."
            ),
            variable=VARIABLE,
        )
    sys.stderr.write(_("Your name, as it stands with your work: "))
    sys.stderr.flush()
    return sys.stdin.readline()


def _checked(name: str) -> str:
    try:
        name.encode()
    except UnicodeEncodeError as fault:
        raise CannotStart(N_("The analyst’s name is not readable as text.")) from fault
    try:
        return analyst_name(name)
    except NotAllowed as fault:
        raise CannotStart(fault.template, **fault.values) from fault
