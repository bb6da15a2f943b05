"""A project as a report tells it: its front, its chapters, questions and links, read as asked."""
