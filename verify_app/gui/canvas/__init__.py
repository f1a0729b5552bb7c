"""The image, drawn: decoding, the label layer, hit-testing, the view."""
