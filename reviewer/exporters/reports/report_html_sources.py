"""The sources of a report in HTML: those held with their fingerprints, and those not held."""

from collections.abc import Iterator

from reviewer.domain.documents import REVIEW_STATUS_LABELS
from reviewer.domain.exported import ExportedHeld
from reviewer.domain.report import Report, Voice
from reviewer.domain.report_accounts import date_said
from reviewer.domain.report_words import SOURCES
from reviewer.domain.words import N_
from reviewer.exporters.markup_written import block, escaped, fingerprint, isolated

_HEADINGS = (N_("Source"), N_("Published"), N_("Read"), N_("Fingerprints (SHA-256)"))
_NOT_HELD = (N_("Source"), N_("Published"), N_("Links that name it"))


def sources(report: Report, voice: Voice) -> Iterator[str]:
    """Give the tables of sources, held and not held."""

    def said(tag: str, template: str, kind: str = "") -> str:
        return block(tag, voice.label(template), kind, leftward=voice.leftward)

    yield f'<section id="sources">{said("h2", SOURCES)}'
    yield said("p", N_("All documents that the project holds, cited here or not."), "pale")
    yield f"<table>{_head(_HEADINGS, voice)}<tbody>\n"
    for held in report.sources:
        yield _held(held, report, voice)
    yield "</tbody></table>\n"
    missing = list(report.not_held)
    yield said("h3", N_("Sources not held"))
    if not missing:
        yield said("p", N_("No source is named that is not held."), "pale")
    else:
        yield said("p", N_("Others name these; nobody here has read them."), "pale")
        yield f"<table>{_head(_NOT_HELD, voice)}<tbody>\n"
        for one in missing:
            who = ", ".join(part for part in (one.publisher, one.author) if part)
            source = f"{escaped(one.label)} {isolated(one.title)}" + (
                f"<br>{isolated(who)}" if who else ""
            )
            cells = (source, isolated(voice.words(date_said(one.posted))), str(one.links))
            yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"
        yield "</tbody></table>\n"
    yield "</section>\n"


def _head(headings: tuple[str, ...], voice: Voice) -> str:
    cells = "".join(f"<th>{escaped(voice.label(one))}</th>" for one in headings)
    return f"<thead><tr>{cells}</tr></thead>"


def _held(held: ExportedHeld, report: Report, voice: Voice) -> str:
    document = held.document
    parts = [f"{escaped(document.label)} {isolated(document.title)}"]
    who = ", ".join(
        dict.fromkeys(
            part for part in (document.author, document.publisher or held.publisher_actor) if part
        )
    )
    parts += [isolated(one) for one in (who, document.url, document.original_name) if one]
    read = voice.label(REVIEW_STATUS_LABELS[document.review_status])
    rated = report.reliability.get(document.uid)
    if rated is not None:
        read += f" · {voice.words(rated)}"
    text = escaped(voice.label(N_("Text")))
    original = escaped(voice.label(N_("File")))
    prints = f"{text} {fingerprint(held.text_sha256)}<br>{original} "
    prints += fingerprint(held.original_sha256)
    posted = isolated(voice.words(date_said(document.posted)))
    cells = ("<br>".join(parts), posted, isolated(read), prints)
    return f'<tr id="d-{document.number}">{"".join(f"<td>{one}</td>" for one in cells)}</tr>\n'
