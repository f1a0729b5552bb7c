"""Candidates, policy, composition, version and receipt; and the re-check of a version."""
