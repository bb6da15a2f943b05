"""The places "Events" and "Compare": events, their questions, what each source says, and charts."""
