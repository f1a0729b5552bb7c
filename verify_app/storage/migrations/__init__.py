"""Migrations of the schema, one file each; released ones never change."""
