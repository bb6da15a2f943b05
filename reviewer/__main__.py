"""``python -m reviewer`` and the command ``reviewer``."""

import sys


def main() -> int:
    """Run the program; returns the exit code."""
    from reviewer.app import run  # keeps ``import reviewer`` free of everything

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
