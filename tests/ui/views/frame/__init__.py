"""Tests of reviewer.ui.views.frame."""
