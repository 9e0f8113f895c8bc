"""The screen of two parties.

`app` opens `screen.PairScreen`.
"""
