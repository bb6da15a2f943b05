"""Whatever stands in a file of JSON, it is read, doubted or refused: nothing breaks."""

import json
import pickle
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.interchange import Given
from reviewer.importers.interchange import Parcel, ProjectImporter
from reviewer.importers.interchange.labelling.doccano import PROJECT as DOCCANO
from reviewer.importers.interchange.labelling.label_studio import PROJECT as LABEL_STUDIO
from reviewer.importers.interchange.labelling.uima_cas import PROJECT as UIMA_CAS
from tests.exporters.snapshots import unhurried
from tests.importers.interchange.taken_work import work_of

COMMON = ("reviewer", "uid", "document", "passages", "rows", "links", "note", "tag", "key", "row")
KEYS = {
    DOCCANO: ("text", "label", "entities", "relations", "id", "from_id", "to_id", "type",
              "start_offset", "end_offset", "Comments", "meta"),
    LABEL_STUDIO: ("data", "text", "annotations", "completions", "result", "value", "type", "start",
                   "end", "labels", "meta", "id", "from_id", "to_id", "completed_by"),
    UIMA_CAS: ("%TYPES", "%FEATURE_STRUCTURES", "%TYPE", "%ID", "%RANGE", "%SUPER_TYPE", "@sofa",
               "begin", "end", "sofaString", "@Governor", "@Dependent", "carried", "record"),
}  # fmt: skip
WORDS = ("", "He ran. 😀", "labels", "relation", "denies", "uima.cas.Sofa", "reviewer.Passage",
         "uima.tcas.Annotation", "passage", '{"note": 3}', "figure", "1", "\ud800")  # fmt: skip
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 9),
    st.just(10**40),
    st.floats(allow_nan=False),
    st.sampled_from(WORDS),
)


def values(keys: tuple[str, ...]) -> st.SearchStrategy[object]:
    """Return any JSON made of these keys."""
    names = st.sampled_from((*keys, *COMMON))
    return st.recursive(
        LEAVES,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(names, inner, max_size=6)
        ),
        max_leaves=30,
    )


TEXT = "He ran. 😀"


@pytest.mark.parametrize("project", KEYS, ids=lambda one: one.key)
@given(data=st.data())
@settings(unhurried, max_examples=40)
def test_any_json_is_read_doubted_or_refused(project: ProjectImporter, data: st.DataObject) -> None:
    anything = values(KEYS[project])
    one, other = _object(data.draw(anything)), _object(data.draw(anything))
    made = {
        "doccano": {"text": TEXT, **one},
        "label_studio": [{"data": {"text": TEXT}, "annotations": [one], **other}],
        "uima_cas": {
            "%FEATURE_STRUCTURES": [
                {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": TEXT},
                {"%ID": 2, "@sofa": 1, "begin": 0, "end": 2, **one},
                {"%ID": 3, "@sofa": 1, "@Governor": 2, "@Dependent": 2, **other},
            ],
        },
    }[project.key]
    parcel = Parcel("a.json", {"a.json": json.dumps(made).encode()})
    project.claims(parcel)
    found = list[Given]()
    with suppress(Unreadable):
        found = list(project.take(parcel))
    work_of(found)
    assert pickle.loads(pickle.dumps(found)) == found  # it comes from a process of its own


def _object(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {"value": value}
