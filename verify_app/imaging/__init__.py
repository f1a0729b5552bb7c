"""One way to open a picture."""
