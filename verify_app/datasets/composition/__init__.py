"""Which candidates go into a version, and into which split, so that every rule holds."""
