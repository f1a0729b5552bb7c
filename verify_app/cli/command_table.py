"""Every command, where it lives and what it does in a line; a module is loaded only when its command is asked for."""

from __future__ import annotations

from typing import NamedTuple


class Listed(NamedTuple):
    """Module of `verify_app.cli` (the function is called like the command, ``_command`` behind) and summary."""

    module: str
    summary: str


COMMANDS = {
    "demo": Listed("demo", "Open the sample project; the first time it is made."),
    "init": Listed("project", "Make a project."),
    "add": Listed("project", "Add images, with their labels if they have any."),
    "attest": Listed("hand_out", "Vouch by name for labels that came in."),
    "classes-of": Listed("live_preview", "Say which classes a dataset names, before it is added."),
    "contents": Listed("live_preview", "Count the pictures of folders, and find labels beside them, before all else."),
    "watch": Listed("watch", "Take in new images of a folder as they come, and predict."),
    "predict": Listed("project", "Let a model look at the images."),
    "embeddings": Listed("embeddings", "Record what the images look like to one model, where that is missing."),
    "decide": Listed("project", "The scripting door: JSON lines of programs suggest; --as a person answers for them."),
    "status": Listed("status", "How much there is, and how much of it is real and verified."),
    "images": Listed("status", "List the images."),
    "labels": Listed("status", "List labels, proposals and suggestions."),
    "queue": Listed("queue", "List what to look at next, and why."),
    "disagreements": Listed("queue", "List where the newest run and people differ."),
    "log": Listed("status", "List events: who did what, when."),
    "actor": Listed("actor", "Say that what somebody decided was a program's."),
    "trust": Listed("trust", "How well reviewers catch errors."),
    "check": Listed("status", "Prove that the tables are what the record says."),
    "export": Listed("export", "Write a dataset under the policy, with its receipt."),
    "hand-out": Listed("hand_out", "Write the labels for another tool, in its format."),
    "verify-version": Listed("export", "Re-check a version from its files alone."),
    "versions": Listed("export", "List the versions."),
    "version": Listed("policy_and_notes", "One version: name, describe, compare, write again."),
    "policy": Listed("policy_and_notes", "Policy files: write an example, check one."),
    "what-if": Listed("policy_and_notes", "Simulate what a share of real labels does to each class."),
    "outline": Listed("live_preview", "Answer what exports would be, in outline, line by line."),
    "train": Listed("training", "Train a model on a version, guarded by its receipt."),
    "evaluate": Listed("training", "Compare models on the gold images."),
    "monitor": Listed("monitor", "Say what has drifted: labels, pictures, models, over versions."),
    "cycle": Listed(
        "cycle", "From the newest human work to the next model: export, train, evaluate, monitor, predict."
    ),
    "model": Listed("model", "Models: add, list, use, convert, show."),
    "groups": Listed("groups", "Images that share a split: frames of a video, files named alike."),
    "source": Listed("manage", "Sources: list, relocate, origin."),
    "class": Listed("manage", "Classes: list, add, rename, merge."),
    "image": Listed("manage", "Single images: origin, remove."),
    "gold": Listed("manage", "Images for evaluation only: reserve, release."),
    "selftest": Listed("selftest", "Does this installation work, here, now?"),
}
