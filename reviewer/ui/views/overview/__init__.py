"""The place "Overview" with its lists and its timeline, and the register of actors."""
