"""Where the program keeps its own things; ``REVIEWER_HOME`` overrides all of it."""

import os
from pathlib import Path

_NAME = "reviewer"


def config_folder() -> Path:
    """Return the folder of a person's settings."""
    return _folder("config")


def state_folder() -> Path:
    """Return the folder of locks, logs and the list of recent projects."""
    return _folder("state")


def projects_folder() -> Path:
    """Return the folder that new projects are offered: a place a person finds again."""
    return _folder("documents")


def _folder(kind: str) -> Path:
    home = os.environ.get("REVIEWER_HOME")
    if home:
        return Path(home) / kind
    import platformdirs  # 25 ms that a set REVIEWER_HOME does not need

    if kind == "config":
        return Path(platformdirs.user_config_dir(_NAME, appauthor=False))
    if kind == "state":
        return Path(platformdirs.user_state_dir(_NAME, appauthor=False))
    return Path(platformdirs.user_documents_dir()) / "Reviewer"
