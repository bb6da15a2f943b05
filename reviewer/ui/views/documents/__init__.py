"""The document list in its two forms, its filter, what is known of one document, and screening."""
