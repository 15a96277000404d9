"""Metadata: title, author, outlet, wire, place and day of publication, from a page's labelled lines."""
