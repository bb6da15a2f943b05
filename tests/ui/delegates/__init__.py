"""Tests of reviewer.ui.delegates."""
