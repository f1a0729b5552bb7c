"""The window. It looks at app, shows changes and calls actions."""
