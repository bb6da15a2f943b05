"""What the rules read in invented documents, and what they leave alone."""
