"""What a person does with a project as a whole: make it, name its classes, report on it."""
