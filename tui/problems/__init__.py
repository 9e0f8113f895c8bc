"""The screen of problems.

`app` opens `screen.ProblemsScreen`.
"""
