"""Several questions of one event in one picture: one under another, on one scale."""

from collections.abc import Sequence

from reviewer.domain.compared import Compared, on_one_scale
from reviewer.domain.figure_pictures import Say, figure_picture
from reviewer.domain.pictures import Letters, Picture, stacked


def figures_picture(
    several: Sequence[Compared], width: float, letters: Letters, say: Say
) -> Picture:
    """Return the picture of comparisons, in this order; of one it is its own picture."""
    pictures = [figure_picture(one, width, letters, say) for one in on_one_scale(several)]
    return stacked(pictures, letters.line)
