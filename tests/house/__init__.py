"""Rules of the house: what the project's own files must look like."""
