"""Dialogs: the few questions that cannot be asked in place.

A dialog takes values and returns values. It calls no operation and knows no workspace; commands
ask through ``prompts.Prompts``, and only the window's answer to that opens a dialog. What cannot
be accepted is said while one writes, beside the field, and OK waits until it can.

To add one: a class that gets everything in its constructor and has one method for the answer, a
line in ``Prompts``, and a test that types into it. Enter is OK, Esc is Cancel; every field has a
label that is its buddy; words from documents are plain text in quotation marks.

Refused: dialogs that save by themselves, wizards, asking "are you sure" for what undo can take
back.
"""
