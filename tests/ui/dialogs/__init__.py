"""Tests of reviewer.ui.dialogs."""
