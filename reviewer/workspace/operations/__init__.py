"""The verbs: what a person does to documents, passages, tags. One step, one transaction each."""
