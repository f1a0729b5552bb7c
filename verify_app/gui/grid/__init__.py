"""The crop grid: objects of a class, or of any filter, side by side across images."""
