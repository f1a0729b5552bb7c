"""Tables derived from facts and events, kept current in the same transaction."""
