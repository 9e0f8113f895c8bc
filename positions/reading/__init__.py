"""YAML text read to plain data with the place of everything. Nothing else imports `yaml`."""
