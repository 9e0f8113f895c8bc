"""Two dossiers compared: classified changes, movement, and the log of a history.

`difference.difference`, `log.revision_entries`, `log.blame` and `timeline.walk.timeline` are for
reports, commands and screens, with the classes of `model`; it uses `comparison`, `git` and below.
"""
