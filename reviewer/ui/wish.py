"""What a person asked for when starting the program."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wish:
    """Nothing (the welcome page), the sample dossier, a project, or files to import."""

    paths: tuple[Path, ...] = ()
    sample: bool = False
    sample_to: Path | None = None
    practice: bool = False
