"""The window around the pages: actions, forms, jobs, settings."""
