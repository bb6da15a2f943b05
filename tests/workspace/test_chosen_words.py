"""Which passages were chosen, in words."""

from reviewer.domain.events import NewEvent
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.tags import RecordKind
from reviewer.workspace.chosen_words import chosen_words
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag


def said(workspace: Workspace, chosen: PassageFilter) -> list[str]:
    return [one.sentence for one in chosen_words(workspace._project, chosen)]


def test_nothing_chosen_says_nothing(workspace: Workspace) -> None:
    assert said(workspace, PassageFilter()) == []


def test_every_condition_is_said_by_its_names(workspace: Workspace) -> None:
    document = a_document(workspace, "Nobody came.", title="Statement 88")
    passage = a_passage(workspace, document, "Nobody", "Denial")
    event = workspace.events.make_from([passage], NewEvent("The gate"))
    actor = workspace.actors.add("Union of dockers")
    (analyst,) = [one.id for one in workspace.analysts()]
    chosen = PassageFilter(
        passages=(passage,),
        documents=(document,),
        words="nobody",
        records=(RecordKind.RESPONSE,),
        tags=(a_tag(workspace, "Denial"),),
        analysts=(analyst,),
        checked_by=(analyst, 999),
        events=(event,),
        actors=(actor,),
        another_look=True,
        nobody_checked=True,
        unconfirmed=True,
        follow_up=True,
    )
    assert said(workspace, chosen) == [
        "Chosen one by one: 1",
        "In the documents: D1 Statement 88",
        "With the words: nobody",
        "With a record: response",
        "With the tags: Denial",
        "Tagged by: Noor",
        "Checked by: Noor, …",
        "In the events: The gate",
        "Naming: Union of dockers",
        "Those that want another look",
        "Those that nobody has checked",
        "Those with something not confirmed",
        "Those to be followed up",
    ]


def test_many_documents_are_called_by_their_numbers(workspace: Workspace) -> None:
    documents = tuple(a_document(workspace, f"Text {number}.") for number in range(21))
    (words,) = said(workspace, PassageFilter(documents=documents))
    assert words.startswith("In the documents: D1, D2, D3")
