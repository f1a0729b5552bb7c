"""What a person can do: one thin function per action."""
