"""Honeypots and blind images: what they are and how they are judged."""
