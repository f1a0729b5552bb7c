"""Which image comes next: filters, orders and ranking of the review queue."""
