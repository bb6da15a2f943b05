"""A process that tags one passage after another and says each one once it is on disk."""

import sys
from pathlib import Path

from reviewer.domain.spans import Span
from reviewer.workspace.project import Workspace
from tests.builders import NOOR


def main(path: str) -> None:
    """Tag until somebody ends the process."""
    with Workspace.open(Path(path), NOOR) as workspace:
        (document,) = workspace.documents.ids()
        tags = [tag.id for tag in workspace.tags.all()]
        taken = {(one.span, one.tag) for one in workspace.passages.on(document)}
        length = len(workspace.documents.text(document))
        for start in range(length - 10):
            for tag in tags:
                span = Span(start, start + 10)
                if (span, tag) not in taken:
                    passage = workspace.passages.tag_passage(document, span, tag)
                    sys.stdout.write(f"{workspace.passages.get(passage).uid}\n")
                    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
