"""The filter language, and the index of rows that it searches."""
