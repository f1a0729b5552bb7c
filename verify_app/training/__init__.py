"""Retrain and evaluate with Ultralytics, guarded by the receipt."""

from verify_app.training.guard import guard

__all__ = ["guard"]
