"""Reading text: sentences, tokens, phrases of tables, ordinal numbers."""
