"""What has to be asked before something is done, in the words of one noun.

Each file is what commands ask through ``prompts.py``, and what follows from the answer; the dialogs
that put the questions are in ``dialogs``.
"""
