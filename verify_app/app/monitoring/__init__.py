"""What the monitor looks at, what it finds, and how that is said."""
