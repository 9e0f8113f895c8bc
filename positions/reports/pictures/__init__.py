"""Pictures made of characters, each with a twin in text: pure functions from results to lines.

A picture is lines of inked runs, so that a screen, plain text and a document show the same one.
"""
