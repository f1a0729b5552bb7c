"""The review page: the image under review, what its keys do, and the way to the next image."""
