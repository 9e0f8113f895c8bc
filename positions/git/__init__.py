"""Git, run safely: revisions, history and set-up. Nothing else starts a process."""
