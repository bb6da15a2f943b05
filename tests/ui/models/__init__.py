"""Tests of reviewer.ui.models."""
