"""The table of all issues.

`app` opens `screen.MatrixScreen`.
"""
