"""What things are and what may happen to them. Knows no file, no database, no window."""
