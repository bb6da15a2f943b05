"""Originals come back byte for byte, and what is proven was measured just now."""

import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.errors import CannotSave, Damaged, NotAllowed
from reviewer.domain.incoming import Original
from reviewer.domain.progress import Silent
from reviewer.domain.provenance import Measured, in_groups
from reviewer.importers.originals import kept_as_it_is
from reviewer.workspace.operations.provenance import OriginalSaver, Proof, safe_name
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, an_incoming, import_incoming
from tests.ui.at_the_desk import damage
from tests.workspace.sources import a_source_not_held

TEXT = "Twelve people were hurt.\n"
WELL = Proof(Measured.SAME, Measured.SAME)


def a_dropped(workspace: Workspace, text: str = "Dropped words.\n") -> int:
    """Import a document whose original is not kept."""
    original = kept_as_it_is(b"%PDF " + text.encode()).without_bytes()
    return import_incoming(workspace, replace(an_incoming(text), original=original))


def without_triggers(workspace: Workspace) -> Connection:
    """Return what a clumsy hand writes a project with."""
    raw = workspace._project.connection.raw
    for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        raw.execute(f'DROP TRIGGER "{name}"')
    return raw


def test_the_original_comes_back_byte_for_byte(workspace: Workspace, tmp_path: Path) -> None:
    source = tmp_path / "windows.txt"
    data = "\ufeffZwölf Menschen\r\nwurden verletzt.\r\n".encode("utf-16-le")
    source.write_bytes(data)
    (outcome,) = workspace.imports.take_in([source], Silent())
    assert outcome.document is not None
    file = workspace.provenance.original(outcome.document)
    assert (file.name, file.data) == ("windows.txt", data)
    assert file.sha256 == hashlib.sha256(data).hexdigest()


def test_of_an_older_version_the_original_is_given_too(workspace: Workspace) -> None:
    document = a_document(workspace, TEXT, original=b"the first bytes")
    newer = an_incoming("Fourteen people were hurt.\n", original=b"the second bytes")
    workspace.versions.replace(document, newer, "corrected")
    first, second = workspace.provenance.record(document).versions
    assert workspace.provenance.original(document, first.text).data == b"the first bytes"
    assert workspace.provenance.original(document, second.text).data == b"the second bytes"
    assert workspace.provenance.original(document).data == b"the second bytes"
    assert workspace.provenance.record(document).now == second


def test_a_dropped_original_is_said_to_be_dropped(workspace: Workspace) -> None:
    document = a_dropped(workspace)
    with pytest.raises(NotAllowed, match="were dropped"):
        workspace.provenance.original(document)
    version = workspace.provenance.record(document).now
    assert workspace.provenance.proof(version) == Proof(Measured.SAME, Measured.DROPPED)


def test_a_source_that_is_not_held_has_no_original(workspace: Workspace) -> None:
    with pytest.raises(NotAllowed, match="is not held"):
        workspace.provenance.original(a_source_not_held(workspace))


def test_a_record_says_where_a_document_came_from(workspace: Workspace) -> None:
    document = a_document(workspace, TEXT, title="Release")
    a_passage(workspace, document, "Twelve people")
    found = workspace.provenance.record(document)
    assert (found.imported_by, found.inside, found.attached_to) == ("Noor", "", "")
    assert (found.passages, found.listed, len(found.versions)) == (1, True, 1)
    assert found.now.length == len(TEXT)
    workspace.documents.remove([document])
    assert not workspace.provenance.record(document).listed
    assert workspace.provenance.held() == [document]


def test_what_differs_is_measured_and_told(workspace: Workspace) -> None:
    document = a_document(workspace, TEXT, original=b"the bytes")
    assert [proof for _found, proof in workspace.provenance.proven(Silent())] == [WELL]
    version = workspace.provenance.record(document).now
    other = replace(version, text_sha256="0" * 64)
    assert workspace.provenance.proof(other).text is Measured.OTHER
    without_triggers(workspace).execute("UPDATE originals SET data = x'00'")
    assert workspace.provenance.proof(version).original is Measured.UNREADABLE
    damage(workspace, document)
    assert workspace.provenance.proof(version).text is Measured.UNREADABLE


def test_all_originals_are_saved_once_each_with_their_fingerprints(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = a_document(workspace, TEXT, original=b"one")
    a_document(workspace, "Other words.\n", original=b"two", original_name="../../etc/pass:wd?.txt")
    workspace.versions.replace(first, an_incoming("Newer words.\n", original=b"three"), "corrected")
    a_dropped(workspace)
    folder = tmp_path / "originals"
    saved = OriginalSaver(workspace.provenance).save(folder, Silent())
    assert (saved.saved, [label for label, _why in saved.left]) == (3, ["D3"])
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3
    for line in lines:
        sha256, _, name = line.partition(" *")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == sha256
    listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["originals"]
    assert [one["document"] for one in listed] == ["D1", "D1", "D2", "D3"]
    assert listed[-1]["file"] == ""
    assert {path.parent for path in folder.iterdir()} == {folder}


def test_nothing_is_written_into_a_folder_that_has_something_in_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    a_document(workspace, TEXT)
    kept = tmp_path / "kept.txt"
    kept.write_text("mine", encoding="utf-8")
    for place in (tmp_path, kept):
        with pytest.raises(NotAllowed, match="not an empty folder"):
            OriginalSaver(workspace.provenance).save(place, Silent())
    assert kept.read_text(encoding="utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_told(workspace: Workspace, tmp_path: Path) -> None:
    a_document(workspace, TEXT)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotSave, match="Not all originals could be written"):
        OriginalSaver(workspace.provenance).save(tmp_path / "file" / "in it", Silent())


@given(st.text(max_size=300))
def test_any_name_becomes_one_that_stays_in_its_folder(name: str) -> None:
    made = safe_name(name)
    assert made
    assert not set(made) & set('<>:"/\\|?*\0\n')
    assert made not in (".", "..")
    assert len(made.encode("utf-8", "replace")) <= 200


def test_names_that_a_system_keeps_for_itself_are_changed() -> None:
    assert safe_name("CON.txt") == "_CON.txt"
    assert safe_name("a\u202egpj.exe") == "a_gpj.exe"
    assert safe_name("x" * 400 + ".pdf") == "x" * 176 + ".pdf"
    assert safe_name("no suffix") == "no suffix"


def test_a_fingerprint_is_read_in_groups_of_four() -> None:
    assert in_groups("0123456789ab") == "0123 4567 89ab"


def test_a_check_says_that_an_original_was_dropped_and_finds_no_fault(
    workspace: Workspace,
) -> None:
    a_dropped(workspace)
    a_document(workspace, TEXT)
    assert list(workspace.verify()) == []
    compared = workspace.compared()
    assert (compared.texts, compared.originals, compared.dropped) == (2, 1, 1)
    assert compared.dropped_of == ("D1 “Dropped words.”",)
    register = io.BytesIO()
    workspace.exports.write(
        "csv", register, Silent(), what="documents", columns=["original_dropped"]
    )
    assert register.getvalue().decode("utf-8-sig").split("\r\n")[1:3] == ["yes", ""]


def test_an_original_that_only_says_it_was_dropped_is_found(workspace: Workspace) -> None:
    a_document(workspace, TEXT, original=b"the bytes")
    without_triggers(workspace).execute("UPDATE originals SET dropped = 1")
    details = [finding.detail for finding in workspace.verify()]
    assert "it is marked as dropped, and is not" in details


def test_every_version_is_checked_by_its_name_and_with_its_places(workspace: Workspace) -> None:
    document = a_document(workspace, TEXT + "More.\n", title="Release")
    a_passage(workspace, document, "Twelve people")
    workspace.versions.replace(document, an_incoming("New.\n" + TEXT), "corrected")
    assert list(workspace.verify()) == []
    assert workspace.compared().older == 1
    raw = without_triggers(workspace)
    raw.execute("UPDATE texts SET text = replace(text, 'Twelve', 'Twenty') WHERE version = 1")
    findings = {(one.kind.value, one.subject) for one in workspace.verify()}
    assert ("text", "D1 “Release”, version 1") in findings
    assert ("passage", "D1·1") in findings


def test_original_without_bytes_is_dropped_unless_it_is_a_recipe() -> None:
    recipe = Original("0" * 64, 3, "utf-8", "plain", b"")
    assert recipe.without_bytes() is recipe


def test_a_document_is_found_by_its_number(workspace: Workspace) -> None:
    document = a_document(workspace, TEXT)
    workspace.documents.remove([document])
    assert workspace.provenance.numbered(1) == document
    assert workspace.provenance.numbered(2) is None


def test_a_file_that_many_documents_come_from_is_saved_once(
    workspace: Workspace, tmp_path: Path
) -> None:
    for part in ("row 2", "row 3"):
        a_document(workspace, f"{part}\n", original=b"the table", part=part)
    saved = OriginalSaver(workspace.provenance).save(tmp_path / "out", Silent())
    assert (saved.saved, saved.left) == (1, ())
    listed = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert len({one["file"] for one in listed["originals"]}) == 1


def test_only_what_is_not_as_it_came_in_differs() -> None:
    assert not WELL.differs
    assert not Proof(Measured.SAME, Measured.DROPPED).differs
    assert Proof(Measured.OTHER, Measured.SAME).differs
    assert Proof(Measured.SAME, Measured.UNREADABLE).differs


@pytest.mark.parametrize(
    "harm", ["UPDATE texts SET encoding_basis = 'x'", "UPDATE documents SET analyst = 99"]
)
def test_rows_that_make_no_sense_are_damage(workspace: Workspace, harm: str) -> None:
    document = a_document(workspace, TEXT)
    raw = without_triggers(workspace)
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("PRAGMA ignore_check_constraints = ON")
    raw.execute(harm)
    with pytest.raises(Damaged):
        workspace.provenance.record(document)
