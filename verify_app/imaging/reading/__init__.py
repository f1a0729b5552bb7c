"""Opening a picture: headers, pixels, grey values."""
