"""Pictures that leave the program as files: whole or not at all, and never over a project."""

from pathlib import Path

from reviewer.domain.pictures import Picture
from reviewer.exporters.svg import write_svg
from reviewer.workspace.apart import check_target, writing_to


def save_drawing(project: Path, target: Path, picture: Picture, title: str, letters: float) -> None:
    """Save a picture as SVG, words as words, in place of what stands there.

    ``letters`` is their height in pixels. Raises what ``check_target`` and ``writing_to`` raise.
    """
    check_target(target, project, overwrite=True)
    with writing_to(target, overwrite=True) as file:
        write_svg(picture, title, letters, file)


def save_image(project: Path, target: Path, data: bytes) -> None:
    """Save a picture that was painted already; raises as ``save_drawing`` does."""
    check_target(target, project, overwrite=True)
    with writing_to(target, overwrite=True) as file:
        file.write(data)
