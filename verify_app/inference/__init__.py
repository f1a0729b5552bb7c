"""A model looks at images: one protocol, several engines."""
