"""Tests of reviewer.ui.views."""
