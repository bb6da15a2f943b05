"""What an importer of another program's work gave, sorted, and checked as taking in would do."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from reviewer.domain.incoming import Incoming
from reviewer.domain.interchange import Brought, Doubt, Given, GivenRow
from reviewer.domain.project_lines import Line, PassageLine, Refused, TagLine
from reviewer.importers.json_lines import lines


@dataclass
class Work:
    """Documents by their keys, lines of our own, and doubts; ``at`` is where each line stood."""

    documents: dict[str, Incoming] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    at: list[str] = field(default_factory=list)

    @property
    def passages(self) -> list[PassageLine]:
        return [line for line in self.lines if isinstance(line, PassageLine)]

    @property
    def tags(self) -> dict[str, TagLine]:
        return {line.name: line for line in self.lines if isinstance(line, TagLine)}

    def words(self, line: PassageLine) -> str:
        """Return what stands at a passage's place."""
        return self.documents[line.document[0]].text[line.start or 0 : line.end]

    def told(self) -> list[str]:
        """Return what the doubts say."""
        return [one.sentence for one in self.doubts]


def work_of(given: Iterable[Given]) -> Work:
    """Sort what was given; documents come before all that is said of them."""
    work = Work()
    rows: list[GivenRow] = []
    for one in given:
        if isinstance(one, Brought):
            assert not rows, "a document comes after rows"
            assert one.key not in work.documents
            work.documents[one.key] = one.incoming
        elif isinstance(one, Doubt):
            assert one.sentence
            work.doubts.append(one)
        else:
            rows.append(one)
    for line in lines(json.dumps(row.values).encode() for row in rows):
        work.at.append(rows[line.number - 1].at)
        if isinstance(line, Refused):
            work.refused.append(line)
        else:
            work.lines.append(line)
    return work
