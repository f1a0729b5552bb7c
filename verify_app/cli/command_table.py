"""Every command, where it lives and what it does in a line; a module is loaded only when its command is asked for."""

from __future__ import annotations

from typing import NamedTuple


class Named(NamedTuple):
    """Module of `verify_app.cli` (the function is called like the command, ``_command`` behind) and summary."""

    module: str
    summary: str


COMMANDS = {
    "demo": Named("demo", "Open the sample project; the first time it is made."),
    "init": Named("project", "Make a project."),
    "add": Named("project", "Add images, with their labels if they have any."),
    "attest": Named("hand_out", "Vouch by name for labels that came in."),
    "classes-of": Named("live_preview", "Say which classes a dataset names, before it is added."),
    "watch": Named("watch", "Take in new images of a folder as they come, and predict."),
    "predict": Named("project", "Let a model look at the images."),
    "decide": Named("project", "The scripting door: JSON lines of programs suggest; --as a person answers for them."),
    "status": Named("status", "How much there is, and how much of it is real and verified."),
    "images": Named("status", "List the images."),
    "labels": Named("status", "List labels, proposals and suggestions."),
    "queue": Named("queue", "List what to look at next, and why."),
    "disagreements": Named("queue", "List where the newest run and people differ."),
    "log": Named("status", "List events: who did what, when."),
    "actor": Named("actor", "Say that what somebody decided was a program's."),
    "trust": Named("trust", "How well reviewers catch errors."),
    "check": Named("status", "Prove that the tables are what the record says."),
    "export": Named("export", "Write a dataset under the policy, with its receipt."),
    "hand-out": Named("hand_out", "Write the labels for another tool, in its format."),
    "verify-version": Named("export", "Re-check a version from its files alone."),
    "versions": Named("export", "List the versions."),
    "version": Named("policy_and_notes", "One version: name, describe, compare, write again."),
    "policy": Named("policy_and_notes", "Policy files: write an example, check one."),
    "what-if": Named("policy_and_notes", "Simulate what a share of real labels does to each class."),
    "outline": Named("live_preview", "Answer what exports would be, in outline, line by line."),
    "train": Named("training", "Train a model on a version, guarded by its receipt."),
    "evaluate": Named("training", "Compare models on the gold images."),
    "model": Named("model", "Models: add, list, convert, show."),
    "groups": Named("groups", "Images that share a split: frames of a video, files named alike."),
    "source": Named("manage", "Sources: list, relocate, origin."),
    "class": Named("manage", "Classes: list, add, rename, merge."),
    "image": Named("manage", "Single images: origin, remove."),
    "gold": Named("manage", "Images for evaluation only: reserve, release."),
    "selftest": Named("selftest", "Does this installation work, here, now?"),
}
