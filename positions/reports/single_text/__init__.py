"""One text made of many documents, as a page, as Markdown and as data."""
