"""The place "Passages": the table, its filter and chips, its columns, and the chosen passage."""
