"""A register and a certificate say what was recorded, and what was measured just now."""

from dataclasses import replace

import pytest

from reviewer.domain.errors import NotAllowed
from reviewer.domain.progress import Silent
from reviewer.workspace.operations.provenance import Proof
from reviewer.workspace.papers import certificate_of, paper_of, register_of
from reviewer.workspace.project import Workspace
from tests.builders import a_document, an_incoming, import_incoming
from tests.workspace.sources import a_source_not_held

TEXT = "Twelve people were hurt.\n"
MOMENT = "2026-03-14T09:26:53Z"


def now() -> str:
    return MOMENT


def test_a_register_names_every_document_and_a_certificate_one(workspace: Workspace) -> None:
    one = a_document(workspace, TEXT, title="Release")
    a_document(workspace, "Nobody was hurt.\n", title="Denial")
    register = "".join(paper_of(workspace, None, Silent()))
    assert "Register of documents" in register
    assert "Release" in register
    assert "Denial" in register
    certificate = "".join(paper_of(workspace, one, Silent()))
    assert "Certificate of D1" in certificate
    assert "Release" in certificate
    assert "Denial" not in certificate


def test_whoever_asks_is_told_what_was_measured_of_every_version(workspace: Workspace) -> None:
    document = a_document(workspace, TEXT)
    workspace.versions.replace(document, an_incoming("Fourteen were hurt.\n"), "corrected")
    told = list[Proof]()
    register = "".join(register_of(workspace, Silent(), told.append, now))
    assert "2026-03-14 09:26:53" in register
    assert len(told) == 1
    assert "Version 2, read now" in "".join(certificate_of(workspace, document, told.append, now))
    assert len(told) == 3
    assert not any(proof.differs for proof in told)


def test_an_original_that_was_dropped_is_said_to_be_on_both(workspace: Workspace) -> None:
    incoming = an_incoming(TEXT, original=b"%PDF bytes")
    dropped = replace(incoming, original=incoming.original.without_bytes())
    document = import_incoming(workspace, dropped)
    for paper in (None, document):
        assert "dropped" in "".join(paper_of(workspace, paper, Silent()))


def test_a_source_that_is_not_held_has_no_certificate(workspace: Workspace) -> None:
    source = a_source_not_held(workspace)
    with pytest.raises(NotAllowed, match="is not held"):
        "".join(paper_of(workspace, source, Silent()))
