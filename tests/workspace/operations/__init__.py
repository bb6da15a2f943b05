"""What a person does to documents, passages and tags."""
