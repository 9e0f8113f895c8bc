"""The three-way merge of a dossier as text, entry by entry.

`three_way.merge` is for the merge driver; it uses the loader and below.
"""
