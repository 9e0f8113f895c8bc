"""The screen of one text made of all documents, with its ledger beside it.

`app` opens `screen.TextScreen`.
"""
