"""What the layers above read of a project, by subject."""
