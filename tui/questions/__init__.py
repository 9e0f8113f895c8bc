"""Dialogs that ask one thing.

`app` and screens open them; they use `bars`, `state` and below.
"""
