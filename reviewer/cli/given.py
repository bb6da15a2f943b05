"""Paths as a command was given them, each with a name that can stand in a sentence."""

from pathlib import Path

import click
from typing_extensions import override

from reviewer.environment.paths import named


class GivenPath(click.Path):
    """A path on the command line; ``.`` and ``..`` become the folders they mean."""

    @override
    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        """Return the path, there or not; whoever uses it says what is wrong with it."""
        return named(Path(str(value)))
