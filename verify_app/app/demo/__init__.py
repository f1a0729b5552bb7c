"""The sample project, and the whole loop on it with simulated reviewers."""
