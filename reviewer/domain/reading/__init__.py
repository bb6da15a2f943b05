"""What rules read in a source's own words: dates, titles, who wrote and who published.

A reading keeps the words it came from and where they stand, and names its rule; it never decides
what an analyst has to decide. Where the words allow two readings the value stays empty, and where
they hardly tell anything there is no reading at all: better nothing than wrong.

To add a reader: a module with plain functions from text to values, without state and without a
clock, and a mirrored test under ``tests/domain/reading`` on invented text.

Decided: nothing here supplies what is not printed, so no time zone, no century for a year of two
digits, no seconds, no day from "today". Refused: guessing the order of 10/8/2015 from the
language or the country; only another page of the same site can show it, and an analyst settles it.
"""
