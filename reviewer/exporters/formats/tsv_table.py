"""Table (TSV): one row a line, whatever stands in its cells; ``csv_table.py`` says how."""

from reviewer.domain.words import N_
from reviewer.exporters.formats.csv_table import TextTable

EXPORTER = TextTable("tsv", N_("Table (TSV)"), ".tsv", "\t", escaping=True)
