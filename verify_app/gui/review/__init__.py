"""The review page: what is in front, the commands of its keys, and the way to the next image."""
