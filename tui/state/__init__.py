"""State that the screens show, read in workers and watched for changes."""
