"""Pages that take the place of the images while one works on them longer: each is left by Esc."""
