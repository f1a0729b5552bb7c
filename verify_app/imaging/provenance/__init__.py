"""What a file says of where its pixels come from."""
