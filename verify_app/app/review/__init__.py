"""What a person does with an image: decide, correct, undo, go on to the next."""
