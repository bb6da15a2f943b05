"""``reviewer verify``: say whether everything in a project is as it was put there."""

from pathlib import Path

import click

from reviewer.cli.codes import ExitCode
from reviewer.cli.given import GivenPath
from reviewer.cli.printing import say, say_json
from reviewer.cli.progress import watched
from reviewer.domain.findings import FINDING_WORDS, Comparison, Finding
from reviewer.environment.translation import _, counted, filled
from reviewer.workspace.project import Workspace

_HELP = """\
Compare every fingerprint in PROJECT, and every quote with its place.

Every text and every original, of every version, must still have its SHA-256, every passage's words
must stand at its place, in older versions too, every change in the history must follow from the one
before. No words may have one tag twice, no tag may stand under itself, no two tags may have one
key. Nothing is changed. Works while a window has the project open.

Exit code 1 when anything differs.

\b
--json prints one object:
  format      1
  project     path of the project file
  well        whether nothing differs
  compared    texts, originals, passages, changes, older (places of passages
              in older versions): how many of each; dropped: originals of
              which only size and fingerprint are held
  dropped_of  of which documents those are
  findings    one object a difference:
    kind      file, text, original, passage, history, twice, circle or key
    subject   D4, D4·12, the number of the change, a tag, or a key
    detail    how it differs
    sentence  all of it in words
"""
_MOST_NAMED = 20


@click.command("verify", help=_HELP, short_help="Compare fingerprints and quotes.")
@click.argument("project", type=GivenPath())
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def verify(project: Path, *, as_json: bool) -> ExitCode:
    """Check a project."""
    with Workspace.open(project, only_read=True) as workspace:
        compared = workspace.compared()
        with watched(_("Checking")) as progress:
            findings = list(workspace.verify(progress))
    if as_json:
        say_json(_object(project, compared, findings))
    else:
        _report(compared, findings)
    return ExitCode.REFUSED if findings else ExitCode.DONE


def _report(compared: Comparison, findings: list[Finding]) -> None:
    for finding in findings:
        say(
            filled(
                FINDING_WORDS[finding.kind], {"subject": finding.subject, "detail": finding.detail}
            )
        )
    if findings:
        _say_dropped(compared)
        say(
            counted(
                "{count} difference was found.", "{count} differences were found.", len(findings)
            )
        )
        return
    _say_dropped(compared)
    say(
        _("All is well: {texts}, {originals}, {passages} and {changes} were compared.").format(
            texts=counted("{count} text", "{count} texts", compared.texts),
            originals=counted("{count} original", "{count} originals", compared.originals),
            passages=counted("{count} passage", "{count} passages", compared.passages),
            changes=counted("{count} change", "{count} changes", compared.changes),
        )
    )


def _say_dropped(compared: Comparison) -> None:
    if compared.dropped:
        say(
            counted(
                "The bytes of {count} original were dropped: only size and fingerprint are held.",
                "The bytes of {count} originals were dropped: only sizes and fingerprints are "
                "held.",
                compared.dropped,
            )
        )
        for called in compared.dropped_of[:_MOST_NAMED]:
            say(_("Dropped: {document}").format(document=called))
        more = compared.dropped - _MOST_NAMED
        if more > 0:
            say(
                counted(
                    "And {count} more; --json names all.",
                    "And {count} more; --json names all.",
                    more,
                )
            )


def _object(project: Path, compared: Comparison, findings: list[Finding]) -> dict[str, object]:
    return {
        "format": 1,
        "project": str(project),
        "well": not findings,
        "compared": {
            "texts": compared.texts,
            "originals": compared.originals,
            "passages": compared.passages,
            "changes": compared.changes,
            "dropped": compared.dropped,
            "older": compared.older,
        },
        "dropped_of": list(compared.dropped_of),
        "findings": [finding_object(finding) for finding in findings],
    }


def finding_object(finding: Finding) -> dict[str, object]:
    """Return one difference as the JSON of ``verify`` and ``rescue`` has it."""
    return {
        "kind": finding.kind.value,
        "subject": finding.subject,
        "detail": finding.detail,
        "sentence": finding.sentence,
    }
