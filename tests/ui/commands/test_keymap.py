"""Keys of one's own: what is given is had, what is taken is gone, and all can be set back."""

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from reviewer.ui.commands import Command, Menu, Scope
from reviewer.ui.commands.keymap import fits, given, holder, in_use, set_back
from reviewer.ui.desk import Context


def nothing(_context: Context) -> None:
    """Do nothing."""


def a_command(identity: str, *keys: str, scope: Scope = Scope.WINDOW) -> Command:
    return Command(identity, identity, nothing, Menu.VIEW, shortcuts=keys, scope=scope)


COMMANDS = (
    a_command("one", "Ctrl+1", "Ctrl+F1"),
    a_command("two", "Ctrl+2"),
    a_command("three", "T", scope=Scope.PANE),
    a_command("four"),
)
KEYS = st.sampled_from(("Ctrl+1", "Ctrl+2", "Ctrl+9", "Ctrl+F1", "F5"))
CHANGES = st.lists(
    st.tuples(st.sampled_from([one.id for one in COMMANDS]), st.lists(KEYS, max_size=3)),
    max_size=12,
)


def keys_of(identity: str, own: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return next(one.shortcuts for one in in_use(COMMANDS, own) if one.id == identity)


def test_without_keys_of_ones_own_nothing_is_different() -> None:
    assert in_use(COMMANDS, {}) == COMMANDS


def test_keys_are_taken_from_who_had_them() -> None:
    own = given(COMMANDS, {}, "four", ["Ctrl+2", "Ctrl+1"])
    assert keys_of("four", own) == ("Ctrl+2", "Ctrl+1")
    assert keys_of("two", own) == ()
    assert keys_of("one", own) == ("Ctrl+F1",)
    found = holder(in_use(COMMANDS, own), Scope.WINDOW, "Ctrl+2")
    assert found is not None
    assert found.id == "four"
    assert holder(in_use(COMMANDS, own), Scope.PANE, "Ctrl+7") is None


def test_keys_set_back_are_taken_back_too() -> None:
    own = given(COMMANDS, {}, "four", ["Ctrl+2"])
    own = set_back(COMMANDS, own, "two")
    assert keys_of("two", own) == ("Ctrl+2",)
    assert keys_of("four", own) == ()
    assert own == {}


def test_a_key_a_later_version_wants_stays_with_who_has_it() -> None:
    own = given(COMMANDS, {}, "four", ["F5"])
    later = (*COMMANDS, a_command("new", "F5", "F6"))
    found = {one.id: one.shortcuts for one in in_use(later, own)}
    assert found["four"] == ("F5",)
    assert found["new"] == ("F6",)


def test_of_two_who_want_a_key_in_the_file_the_first_has_it() -> None:
    own = {"two": ("F5",), "one": ("F5", "F7")}
    assert keys_of("one", own) == ("F5", "F7")
    assert keys_of("two", own) == ()


def test_a_key_that_does_not_fit_is_left_out_of_a_file_somebody_wrote() -> None:
    assert keys_of("one", {"one": ("A", "F5"), "nobody": ("F6",)}) == ("F5",)


@hypothesis_given(CHANGES)
def test_no_key_ever_runs_two_commands_and_what_was_given_last_holds(
    changes: list[tuple[str, list[str]]],
) -> None:
    own: dict[str, tuple[str, ...]] = {}
    for identity, keys in changes:
        own = given(COMMANDS, own, identity, keys)
        assert set(keys_of(identity, own)) == set(keys)
    for scope in Scope:
        every = [
            key for one in in_use(COMMANDS, own) if one.scope.meets(scope) for key in one.shortcuts
        ]
        assert len(every) == len(set(every))
    for one in COMMANDS:
        own = set_back(COMMANDS, own, one.id)
    assert own == {}


@pytest.mark.parametrize(
    ("scope", "key", "fit"),
    [
        (Scope.WINDOW, "Ctrl+J", True),
        (Scope.WINDOW, "Alt+Left", True),
        (Scope.WINDOW, "F8", True),
        (Scope.WINDOW, "Shift+F8", True),
        (Scope.WINDOW, "?", True),
        (Scope.WINDOW, "J", False),
        (Scope.WINDOW, "Shift+J", False),
        (Scope.WINDOW, "Delete", False),
        (Scope.WINDOW, "", False),
        (Scope.PANE, "J", True),
        (Scope.PANE, "Shift+J", True),
        (Scope.PANE, "]", True),
        (Scope.PANE, "Ctrl+J", True),
        (Scope.PANE, "7", False),
        (Scope.PANE, "Escape", False),
        (Scope.PANE, "Down", False),
        (Scope.SCREENING, "7", True),
        (Scope.SCREENING, "Escape", True),
        (Scope.SCREENING, "Down", False),
    ],
)
def test_a_key_that_would_be_lost_is_refused_with_the_reason(
    scope: Scope, key: str, *, fit: bool
) -> None:
    assert (fits(scope, key) == "") is fit


def test_keys_of_the_codebook_cover_those_of_the_window() -> None:
    commands = (a_command("back", "Alt+Left"), a_command("unnest", scope=Scope.CODEBOOK))
    own = given(commands, {}, "unnest", ["Alt+Left"])
    assert [one.shortcuts for one in in_use(commands, own)] == [("Alt+Left",), ("Alt+Left",)]
    assert holder(in_use(commands, own), Scope.CODEBOOK, "Alt+Left") == in_use(commands, own)[1]
    assert fits(Scope.CODEBOOK, "Return") == fits(Scope.CODEBOOK, "Delete") == ""
    assert "Letters look for tags" in fits(Scope.CODEBOOK, "T")
    assert "Letters look for tags" in fits(Scope.CODEBOOK, "Down")
