"""Errors a person can mend, apart from bugs.

Every error raised on purpose is a `UserError`: one sentence that says what is wrong, where, and what to do.
Anything else that escapes is a bug.
"""

from __future__ import annotations


class UserError(Exception):
    """Something the person can mend. `str(error)` is one sentence for the screen; no traceback is shown."""

    exit_code = 1


class UsageError(UserError):
    """The command or one of its values is wrong."""

    exit_code = 2


class PolicyError(UserError):
    """The policy cannot be met; nothing was written.

    Parameters
    ----------
    message : str
        What is missing and what to verify.
    plan : object, optional
        The refused plan, for those who show more than the sentence.
    """

    exit_code = 3

    def __init__(self, message: str, plan: object = None) -> None:
        super().__init__(message)
        self.plan = plan


class ChangedMeanwhile(UserError):
    """A decision was made on something that is not there any more: the gate refuses and nothing is written."""


class FileChanged(ChangedMeanwhile):
    """The file of an image has other bytes than those that were looked at, or none; nothing was decided.

    Parameters
    ----------
    message : str
        One sentence with the image's name.
    changes : object, optional
        What was recorded of the file (`Changes`), to be broadcast.
    """

    def __init__(self, message: str, changes: object = None) -> None:
        super().__init__(message)
        self.changes = changes


class Cancelled(UserError):
    """The person stopped a long job."""

    exit_code = 130
