"""The types of our annotations as a UIMA type system describes them, and their names in XMI."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from reviewer.domain import cas

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACES = {
    "xmi": "http://www.omg.org/XMI",
    "cas": "http:///uima/cas.ecore",
    "metadata": "http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore",
    "reviewer": "http:///reviewer.ecore",
}
"""Namespaces by their prefixes: the packages of types."""

_METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
_STRING = "uima.cas.String"
_OF_METADATA = ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri")


def type_system(version: str) -> str:
    """Return the description of all types that our files use; ``version`` is the program's."""
    ends = dict.fromkeys((cas.SOURCE, cas.TARGET), cas.PASSAGE)
    types = (
        _type(
            _METADATA,  # as DKPro declares it
            "uima.tcas.DocumentAnnotation",
            {**dict.fromkeys(_OF_METADATA, _STRING), "isLastSegment": "uima.cas.Boolean"},
        ),
        _type(
            cas.PASSAGE,
            "uima.tcas.Annotation",
            dict.fromkeys(cas.feature_names(), _STRING),
        ),
        _type(
            cas.LINK,
            "uima.tcas.Annotation",
            {**ends, **dict.fromkeys(("kind", *cas.JUDGED, cas.CARRIED), _STRING)},
        ),
    )
    return (
        f'{XML}<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n'
        f"<name>Reviewer</name><version>{escape(version)}</version>\n"
        f"<types>\n{''.join(types)}</types>\n</typeSystemDescription>\n"
    )


def _type(name: str, above: str, features: Mapping[str, str]) -> str:
    inside = "".join(
        f"<featureDescription><name>{feature}</name><description/>"
        f"<rangeTypeName>{value}</rangeTypeName></featureDescription>\n"
        for feature, value in features.items()
    )
    return (
        f"<typeDescription><name>{name}</name><description/>"
        f"<supertypeName>{above}</supertypeName>\n"
        f"<features>\n{inside}</features></typeDescription>\n"
    )
