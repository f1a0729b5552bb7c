"""The project folder and its database: open, lock, transact, query, migrate."""
