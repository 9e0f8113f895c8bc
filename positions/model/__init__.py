"""The typed dossier: issues, memoranda, positions, outcomes, moments."""
