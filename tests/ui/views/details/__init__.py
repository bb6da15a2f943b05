"""Tests of reviewer.ui.views.details."""
