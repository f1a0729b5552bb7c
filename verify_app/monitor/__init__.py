"""Statistics on models and labels: pure functions over arrays."""
