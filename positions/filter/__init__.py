"""The filter language, and the index of rows that it searches.

`language.parse`, `language.matching` and `index.fold` are for commands and screens; it uses
`comparison` and below.
"""
