"""Tests mirror the rooms; ``journeys`` start the real program, ``house`` checks the building."""
