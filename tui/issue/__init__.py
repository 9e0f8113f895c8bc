"""The screen of one issue.

`app` opens `screen.IssueScreen`; the changes show it as of then.
"""
