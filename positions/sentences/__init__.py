"""Builds every sentence from its parts: who, which act, on what, on whose word, on what terms.

`glossary.Glossary`, `english` and the module of what is to be said are for the rooms above; it
uses `model`, `values` and below.
"""
