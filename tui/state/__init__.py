"""What the screens show, read in workers and watched for changes."""
