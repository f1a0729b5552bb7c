"""Shapes of other tools that are no region here: masks, circles and ellipses."""
