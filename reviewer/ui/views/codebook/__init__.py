"""The panel of tags: the tree, and how a tag looks on a page."""
