"""What the passages can be filtered by that has to do with checks."""

from reviewer.domain.snapshot import PassageFilter
from reviewer.ui.models.checks import (
    AGAIN,
    NOBODY,
    check_offer,
    checkers,
    ticks_of,
    without_contradiction,
)
from reviewer.workspace.project import Workspace
from tests.builders import BASIT


def test_what_nobody_checked_what_to_look_at_and_everyone_who_checks_is_offered(
    workspace: Workspace,
) -> None:
    workspace.sign_in(BASIT)
    offer = check_offer(workspace)
    ids = offer.ids("")
    names = [offer.read(ids)[tick].name.strip("\u2068\u2069") for tick in ids]
    assert names[:2] == ["Not checked", "Wants another look"]
    assert [name.translate({0x2068: None, 0x2069: None}) for name in names[2:]] == [
        "Checked by Noor",
        "Checked by Basit",
    ]
    assert offer.ids("basit") == [ids[3]]
    assert offer.read([99]) == {}


def test_a_filter_is_ticked_as_it_stands() -> None:
    wanted = PassageFilter(another_look=True, nobody_checked=True, checked_by=(3, 4))
    assert ticks_of(wanted) == (NOBODY, AGAIN, 3, 4)
    assert checkers(ticks_of(wanted)) == (3, 4)
    assert ticks_of(PassageFilter()) == ()


def test_not_checked_and_checked_by_somebody_give_way_to_each_other() -> None:
    assert without_contradiction({3}, {3, AGAIN, NOBODY}) == {AGAIN, NOBODY}
    assert without_contradiction({NOBODY, AGAIN}, {NOBODY, AGAIN, 3}) == {AGAIN, 3}
    assert without_contradiction({3}, {3, 4}) == {3, 4}
