"""A frozen version on disk: written, verified, restored, compared."""
