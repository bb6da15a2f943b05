"""The project file: what it keeps, what it refuses, and what it says when it cannot."""
