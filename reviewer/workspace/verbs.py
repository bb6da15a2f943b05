"""The operations of an open project together, for what uses many of them in one step."""

from collections.abc import Callable
from dataclasses import dataclass

from reviewer.store.project_file import ProjectFile
from reviewer.workspace.operations.actors import ActorOperations
from reviewer.workspace.operations.documents import DocumentOperations
from reviewer.workspace.operations.events import EventOperations
from reviewer.workspace.operations.fields import FieldOperations
from reviewer.workspace.operations.links import LinkOperations
from reviewer.workspace.operations.passage_details import PassageDetailOperations
from reviewer.workspace.operations.passages import PassageOperations
from reviewer.workspace.operations.ratings import RatingOperations
from reviewer.workspace.operations.tags import TagOperations
from reviewer.workspace.operations.versions import VersionOperations
from reviewer.workspace.record_keeping import RecordKeeper


@dataclass(frozen=True, slots=True)
class Verbs:
    """What can be done in a project, and who does it when."""

    project: ProjectFile
    keeper: RecordKeeper
    actors: ActorOperations
    documents: DocumentOperations
    tags: TagOperations
    fields: FieldOperations
    passages: PassageOperations
    versions: VersionOperations
    details: PassageDetailOperations
    events: EventOperations
    links: LinkOperations
    ratings: RatingOperations
    analyst: Callable[[], int]
    now: Callable[[], str]
