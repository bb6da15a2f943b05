"""Tables as files: one format a module with an ``EXPORTER``, beside what those of a kind share."""
