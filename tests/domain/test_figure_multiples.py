"""Several questions in one picture: under one another, on one scale, nothing lost."""

from dataclasses import replace

from reviewer.domain.compared import Compared, on_one_scale
from reviewer.domain.figure_multiples import figures_picture
from reviewer.domain.figure_pictures import figure_picture
from reviewer.domain.pictures import Align, Line, Picture
from reviewer.domain.ranges import compare
from tests.domain.test_charts import figure
from tests.domain.test_figure_pictures import ALL, LINKS, OURS, Even

KILLED = Compared(compare(ALL, LINKS), OURS, "Noor", "The raid: Killed")
HURT = Compared(compare((figure(20, 300, 300, words="300 hurt"),), ()), heading="The raid: Hurt")


def drawn(*several: Compared) -> Picture:
    return figures_picture(several, 720, Even(), lambda said: said.sentence)


def test_they_stand_under_one_another_with_all_their_rows() -> None:
    both = drawn(KILLED, HURT)
    alone = [drawn(KILLED), drawn(HURT)]
    assert both.height > sum(one.height for one in alone)
    assert [row.key for row in both.rows] == [row.key for one in alone for row in one.rows]
    tops = [row.top for row in both.rows]
    assert tops == sorted(tops)
    assert tops[-1] > alone[0].height
    for heading in ("The raid: Killed", "The raid: Hurt"):
        assert heading in [one.words for one in both.items if isinstance(one, Line)]


def test_they_have_one_scale_whose_numbers_stand_under_each_other() -> None:
    both = drawn(KILLED, HURT)
    below = next(row.top for row in both.rows if row.key == 20) - 60
    numbers = [one for one in both.items if isinstance(one, Line) and one.align is Align.MIDDLE]
    upper = [(one.words, one.x) for one in numbers if one.y < below]
    assert upper == [(one.words, one.x) for one in numbers if one.y >= below]
    assert upper[0][0] == "0"


def test_one_alone_is_drawn_as_ever_and_none_is_nothing() -> None:
    assert drawn(KILLED) == figure_picture(KILLED, 720, Even(), lambda said: said.sentence)
    assert drawn() == Picture(0.0, 0.0, (), ())
    assert on_one_scale([HURT]) == [HURT]
    assert set(on_one_scale([HURT, replace(HURT, heading="")])[0].beside) == {300}
