"""Tests of projects kept in databases."""
