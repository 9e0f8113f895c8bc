"""Many documents made into one text: what is common is plain, every difference is in brackets."""
