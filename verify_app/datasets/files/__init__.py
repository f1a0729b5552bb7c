"""Images of a version as files: checked, hashed, compared."""
