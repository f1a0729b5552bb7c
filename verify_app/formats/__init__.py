"""Other people's files to core objects and back."""
