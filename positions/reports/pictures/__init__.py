"""Pictures made of characters, each with a twin in text: pure functions from results to rows.

A picture is rows of marked runs, so that a screen, plain text and a document show the same one.
"""
