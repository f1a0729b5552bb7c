"""The parts around the canvas: list, labels, classes, meter, messages, jobs."""
