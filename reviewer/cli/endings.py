"""What the ending of a file's name says of the format that is to be written.

Decided: an ending never stands over another format than it says, because whoever gets the file
believes the name. Where an ending says nothing at all, somebody has to say the format.
"""

from collections.abc import Sequence
from pathlib import Path

from reviewer.cli import targets
from reviewer.cli.codes import CannotStart
from reviewer.domain.words import N_
from reviewer.workspace.formats import FileFormat, writable

_ALSO = {".jsonld": (".json",), ".qdpx": (".zip",)}  # what files of an ending are besides
_UNKNOWN = N_(
    "The ending “{ending}” says no format. Name a file that ends in {endings}, or say the format "
    "with --format."
)
_SEVERAL = N_("Files of {keys} end in “{ending}”: say with --format which it shall be.")
_OTHER = N_(
    "“{name}” would be a file of another kind than its ending says: {key} is written to files "
    "that end in {endings}. Change the name, or leave out --format."
)


def format_for(
    output: Path, key: str | None, of: Sequence[str], default: str, *, also: Sequence[str] = ()
) -> str:
    """Return the format to write: the one that was said, else the one that the ending says.

    ``of`` are what the formats are formats of; where two have one ending, what is named first goes
    before. The ``default`` is for names without an ending and for standard output; ``also`` are
    endings that fit every format, and say none. Raises ``CannotStart`` where the two contradict
    each other, and where an ending says nothing.
    """
    ending = output.suffix.casefold()
    kinds = [one for kind in of for one in writable() if one.of == kind]
    if output == targets.STANDARD_OUTPUT or not ending or ending in also:
        return key or default
    if key is None:
        return _said_by(ending, kinds, also)
    fitting = [one for one in kinds if one.key == key]
    known = {one_ending for one in writable() for one_ending in one.suffixes}
    if fitting and ending in known and not any(ending in _endings(one) for one in fitting):
        endings = [*dict.fromkeys(end for one in fitting for end in one.suffixes), *also]
        raise CannotStart(_OTHER, name=output.name, key=key, endings=", ".join(endings))
    return key


def _said_by(ending: str, kinds: Sequence[FileFormat], also: Sequence[str]) -> str:
    said = [one for one in kinds if ending in one.suffixes]
    if not said:
        endings = [*dict.fromkeys(end for one in kinds for end in one.suffixes), *also]
        raise CannotStart(_UNKNOWN, ending=ending, endings=", ".join(endings))
    first = [one.key for one in said if one.of == said[0].of]
    if len(first) > 1:
        raise CannotStart(_SEVERAL, keys=", ".join(first), ending=ending)
    return first[0]


def _endings(one: FileFormat) -> tuple[str, ...]:
    return one.suffixes + tuple(end for suffix in one.suffixes for end in _ALSO.get(suffix, ()))
