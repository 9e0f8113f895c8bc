"""The screen of the order of steps.

`app` opens `screen.SequenceScreen`.
"""
