"""What the mouse does on the canvas: one folder for each tool that draws, which registers itself there."""
