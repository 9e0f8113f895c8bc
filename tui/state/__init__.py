"""State that the screens show, read in workers and watched for changes.

Every screen uses `view.View`, and `messages` to ask the application for something.
"""
