"""Retrain and evaluate with Ultralytics, guarded by the receipt."""
