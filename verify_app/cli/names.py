"""Every command and where it lives; loaded only when it is the one that was asked for."""

COMMANDS = {
    "demo": "demo",
    "init": "project",
    "add": "project",
    "predict": "project",
    "decide": "project",
    "status": "reports",
    "images": "reports",
    "labels": "reports",
    "log": "reports",
    "check": "reports",
    "selftest": "selftest",
    "export": "versions",
    "verify-version": "versions",
    "versions": "versions",
    "train": "training",
    "evaluate": "training",
    "model": "model",
    "source": "manage",
    "class": "manage",
    "image": "manage",
    "gold": "manage",
}
"""Command to module of `verify_app.cli`; its function is called like the command, ``_command`` behind."""
