"""Forms that start long jobs. None of them blocks the window; all are imported when first opened."""
