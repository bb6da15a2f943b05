"""Where passages of a document speak of events."""

from reviewer.domain.spans import Span
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage


def test_places_stand_in_order_and_each_event_once(workspace: Workspace) -> None:
    document = a_document(workspace, "At least 27 men were arrested. 4 died. They were beaten.")
    beaten = a_passage(workspace, document, "They were beaten")
    arrested = a_passage(workspace, document, "At least 27 men", "Casualty figure")
    raid, matter = workspace.events.add("The raid"), workspace.events.add("The matter")
    workspace.events.put([beaten, arrested], raid)
    workspace.events.put([beaten], raid, workspace.events.ask(raid, "Who beat them?"))
    workspace.events.put([beaten], raid, workspace.events.ask(raid, "How many?"))
    workspace.events.put([beaten], matter)
    found = workspace.events.places(document)
    assert [(one.passage, one.event) for one in found] == [
        (arrested, raid),
        (beaten, raid),
        (beaten, matter),
    ]
    assert found[0].span == Span(0, 15)
    assert workspace.events.places(a_document(workspace, "Another.")) == []
