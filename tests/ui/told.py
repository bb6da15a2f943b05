"""A project in which several documents tell of one event, and do not agree."""

from dataclasses import dataclass
from pathlib import Path

from reviewer.domain.actors import ChainMember
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.events import NewEvent
from reviewer.domain.figures import Harm
from reviewer.domain.records import Value
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_project, read_as

PARTY = "At least 27 party workers were arrested, the party spokesman said. One was shot dead."
ARMY = "No one was killed. 30 suspects were detained, a spokesman for the army said."
EARLIER = "The party will hold a meeting on Friday."
COURT = "The raid was mentioned in court. The case goes on."
UNREAD = "Nobody has read this yet."
DAY = WrittenDate("11 March 2015", "2015-03-11", DateBasis.ENTERED)


@dataclass
class Told:
    """What was made, by id."""

    path: Path
    documents: dict[str, int]
    passages: dict[str, int]
    event: int
    questions: list[int]


def a_raid_told(folder: Path, name: str = "told") -> Told:
    """Make a project of five documents, an event of two questions, and close it."""
    with a_project(folder, name) as made:
        documents = {
            "party": _document(made, "The party", PARTY, "2015-03-11"),
            "army": _document(made, "The army", ARMY, "2015-03-12"),
            "earlier": _document(made, "Earlier", EARLIER, "2015-03-01"),
            "court": _document(made, "The court", COURT, "2015-03-20"),
            "unread": _document(made, "Unread", UNREAD, "2015-03-21"),
        }
        done = [one for key, one in documents.items() if key != "unread"]
        made.documents.review(done, ReviewStatus.DONE)
        party, army = documents["party"], documents["army"]
        passages = {
            "arrested": a_figure(
                made,
                party,
                "At least 27 party workers were arrested",
                number_text="At least 27",
                low=27,
                high=None,
                qualifier="at_least",
                harm=Harm.ARRESTED.value,
                chain=(ChainMember(None, "the party spokesman"),),
            ),
            "killed": a_figure(
                made, party, "One was shot dead", number_text="One", low=1, high=1, harm="killed"
            ),
            "nobody": a_figure(
                made,
                army,
                "No one was killed",
                number_text="No one",
                low=0,
                high=0,
                qualifier="none",
                harm="killed",
            ),
            "detained": a_figure(
                made,
                army,
                "30 suspects were detained",
                number_text="30",
                low=30,
                high=30,
                harm=Harm.ARRESTED.value,
            ),
            "mention": a_passage(made, documents["court"], "The raid was mentioned in court"),
        }
        event = made.events.make_from(
            list(passages.values()), NewEvent("The raid", date=DAY, place="Dilmora")
        )
        questions = [one.id for one in made.events.questions(event)]
    return Told(made.path, documents, passages, event, questions)


def a_figure(workspace: Workspace, document: int, words: str, **values: Value) -> int:
    """Tag words as a casualty figure and enter its values."""
    passage = a_passage(workspace, document, words, "Casualty figure")
    workspace.records.enter(passage, values)
    return passage


def _document(workspace: Workspace, title: str, text: str, day: str) -> int:
    return a_document(workspace, text, title=title, posted=read_as(day, day))
