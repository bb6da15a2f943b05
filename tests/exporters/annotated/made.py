"""Documents with passages to write: fixed ones, and any."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies

from reviewer.domain.annotated import Annotated
from reviewer.domain.exported import ExportedHeld
from reviewer.domain.incoming import Part, PartKind
from reviewer.domain.report import OtherEnd
from reviewer.domain.report_accounts import account_of
from reviewer.domain.snapshot import ExportedPassage
from reviewer.domain.spans import Span
from reviewer.domain.words import Saying
from tests.exporters.reports.made import END, HELD
from tests.exporters.snapshots import DETAILS, PASSAGE, RECORD

TEXT = (
    "Home | News\n\nTwelve people were hurt.\tNobody came, he said.\n"
    "زرویل پل پر فائرنگ، 12 زخمی۔\n\nNobody else spoke."
)
_COLOURS = {"Allegation": "1", "Denial": "5", "Figure": "9", "Own": "#123456", "Dots": "17"}


def passage_at(place: int, span: Span, tag: str, text: str = TEXT) -> ExportedPassage:
    """Return a passage of the document with these words."""
    return PASSAGE._replace(label=f"D1·{place + 1}", span=span, tag=tag, quote=span.of(text))


def annotated(
    text: str = TEXT,
    spans: Sequence[Span | None] = (),
    *,
    held: ExportedHeld = HELD,
    ends: Sequence[OtherEnd] = (),
    note: str = "",
) -> Annotated:
    """Return a document with a passage at each place; one without a place is lost."""
    tags = [*_COLOURS, "Unknown"]
    told = [
        account_of(
            passage_at(place, span or Span(0, 1), tags[place % len(tags)], text)._replace(
                note=note
            ),
            ends,
        )
        for place, span in enumerate(spans)
    ]
    return Annotated(
        project="Tannery Road",
        made_at="2026-03-16T08:00:00.000+00:00",
        version="0",
        held=held,
        text=text,
        accounts=told,
        places=spans,
        colours=_COLOURS,
    )


def one_of_each() -> Annotated:
    """Return a document with crossing and equal passages, furniture, pages, and a lost one."""
    start = TEXT.index("Twelve")
    spans = [
        Span(start, start + 24),
        Span(start + 7, start + 36),
        Span(start + 7, start + 36),
        Span(TEXT.index("زرویل"), TEXT.index("زرویل") + 8),
        Span(TEXT.index("hurt"), TEXT.index("زرویل") + 3),
        None,
    ]
    made = annotated(spans=spans, ends=(END,), note="Mine")
    first = account_of(
        made.accounts[0].passage._replace(record=RECORD, details=DETAILS),
        (END,),
        (Saying("has a response"),),
    )
    return replace(
        made,
        accounts=(first, *made.accounts[1:]),
        furniture=[Span(0, 11)],
        pages=[
            Part(PartKind.PAGE, 0, 40, 1),
            Part(PartKind.PAGE, 40, 60, 2, "ii"),
            Part(PartKind.PAGE, 60, len(TEXT), 3),
        ],
    )


@strategies.composite
def any_annotated(draw: strategies.DrawFn) -> Annotated:
    """Return a document of any words with passages anywhere in it."""
    text = draw(strategies.text(alphabet="aB <&\"'\t\n\n۔ابé👩\u2028\x07·", max_size=40))
    places = strategies.integers(0, max(len(text) - 1, 0))
    pairs = draw(strategies.lists(strategies.tuples(places, places), max_size=5 if text else 0))
    spans = sorted(Span(min(pair), max(pair) + 1) for pair in pairs)
    name = draw(strategies.text(alphabet="a<\"'&\n ا", max_size=8))
    document = replace(HELD.document, title=name, author=name, language=name)
    made = annotated(text, spans, held=replace(HELD, document=document), note=name)
    furniture = [Span(0, len(text) // 2)] if len(text) > 1 else []
    return replace(made, furniture=furniture)
