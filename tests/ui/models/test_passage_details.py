"""Who checked a passage, why to look at it again, and what a translation is called."""

from reviewer.domain.notes import NoteKind
from reviewer.ui.models.passage_details import (
    Eyes,
    ShownDetails,
    details_shown,
    found_references,
    hit_label,
    language_names,
    language_shown,
    language_typed,
    spoken_of,
    translation_about,
)
from reviewer.workspace.operations.tags import TagChange
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, NOOR, a_document, a_passage, a_tag


def shown(workspace: Workspace, passage: int) -> ShownDetails:
    me = workspace.analyst
    found = details_shown(workspace, passage, None if me is None else me.id)
    assert found is not None
    return found


def plain(words: str) -> str:
    return words.translate({0x2068: None, 0x2069: None})


def test_a_check_of_ones_own_is_told_apart_from_anothers(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve")
    check = shown(workspace, passage).check
    assert (check.eyes, check.words, check.may_check) == (Eyes.NOBODY, "Not checked", True)
    workspace.details.check([passage])
    check = shown(workspace, passage).check
    assert check.eyes is Eyes.OWN
    assert plain(check.words).startswith("Checked by Noor, ")
    assert check.words.endswith("who tagged it, too")
    assert not check.may_check
    workspace.sign_in(BASIT)
    assert shown(workspace, passage).check.may_check
    workspace.details.check([passage])
    check = shown(workspace, passage).check
    assert check.eyes is Eyes.ANOTHER
    assert plain(check.words).startswith("Checked by Basit, ")
    assert not check.may_check


def test_a_check_of_ones_own_translation_is_told_apart_too(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve")
    workspace.details.set_translation(passage, "Douze", "French", "noor")
    assert shown(workspace, passage).translation_check.eyes is Eyes.NOBODY
    workspace.details.check_translation(passage)
    assert shown(workspace, passage).translation_check.eyes is Eyes.OWN
    workspace.sign_in(BASIT)
    workspace.details.check_translation(passage)
    assert shown(workspace, passage).translation_check.eyes is Eyes.ANOTHER


def test_every_reason_to_look_again_is_said(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve")
    assert shown(workspace, passage).again == ""
    workspace.tags.change(a_tag(workspace, "Allegation"), TagChange(definition="Anew."))
    assert shown(workspace, passage).again == "The meaning of the tag was changed since."
    workspace.definitions.put_off([passage])
    assert shown(workspace, passage).again.endswith("Marked for another look.")
    workspace.definitions.looked_at_again([passage])
    assert shown(workspace, passage).again == ""


def test_of_a_passage_that_is_gone_nothing_is_shown(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve")
    workspace.passages.remove([passage])
    assert details_shown(workspace, passage, None) is None
    assert spoken_of(workspace, passage) == []


def test_a_language_is_shown_by_its_name_and_typed_by_name_or_code() -> None:
    assert language_shown("ur") == "Urdu"
    assert language_shown("tlh") == "tlh"
    assert language_typed(" urdu ") == "ur"
    assert language_typed("UR-arab-pk") == "ur-Arab-PK"
    assert language_typed("the old tongue") == "the old tongue"
    assert "Urdu" in language_names()


def test_a_translation_says_into_what_and_by_whom_as_far_as_is_known(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve")

    def about(language: str, translator: str) -> str:
        workspace.details.set_translation(passage, "Douze", language, translator)
        return plain(translation_about(workspace.details.of(passage)))

    assert about("French", "Noor") == "into French by Noor"
    assert about("", "Noor") == "by Noor"
    assert about("French", "") == "into French"
    assert about("", "") == "Language and translator are not given."


def test_notes_that_name_a_passage_are_found_but_for_its_own(workspace: Workspace) -> None:
    document = a_document(workspace)
    passage = a_passage(workspace, document, "Twelve", note="This is D1·1 itself.")
    other = a_passage(workspace, document, "people", note="See D1.1")
    workspace.notes.on_document(document, "D1-1 is the main thing.")
    workspace.sign_in(NOOR)
    workspace.notes.add("Ask about D1·1 tomorrow, and about everything else that is not clear.")
    found = spoken_of(workspace, passage)
    assert {(one.kind, one.id) for one in found} == {
        (NoteKind.PASSAGE, other),
        (NoteKind.DOCUMENT, document),
        (NoteKind.PROJECT, workspace.notes.all()[0].id),
    }
    labels = {hit_label(one) for one in found}
    assert {"D1·2", "D1"} < labels
    assert any(label.startswith("journal “Ask about D1·1") for label in labels)


def test_numbers_in_words_are_looked_up_only_where_there_are_any(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve")
    assert found_references(workspace, "nothing of the kind") == []
    assert [one.passage for one in found_references(workspace, "d1.1, D3·4")] == [passage, None]
    workspace.close()
    assert found_references(workspace, "d1.1") == []
