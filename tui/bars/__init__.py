"""The bars around a screen: title, banner, hints, filter, help.

Screens put them up; they use `state`, `keys` and `paint`.
"""
