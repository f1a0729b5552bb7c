"""The named operations that events record, as data: whether they can be undone and how a person would name them."""

from __future__ import annotations

from typing import NamedTuple


class Operation(NamedTuple):
    """One kind of event."""

    id: str
    done: str
    undoable: bool = False


_ALL = (
    Operation("accept", "accepted a proposal", True),
    Operation("correct", "corrected a proposal", True),
    Operation("reject", "rejected a proposal", True),
    Operation("fix_later", "rejected a proposal, to be fixed later", True),
    Operation("draw", "drew a label", True),
    Operation("paste", "pasted a label", True),
    Operation("edit", "changed a label", True),
    Operation("delete", "removed a label", True),
    Operation("complete", "marked an image complete", True),
    Operation("empty", "marked an image complete and empty", True),
    Operation("classify", "gave an image its class", True),
    Operation("reopen", "reopened an image", True),
    Operation("flag", "flagged as unsure", True),
    Operation("unflag", "cleared a flag", True),
    Operation("settle", "settled a difference on a blind image", True),
    Operation("take_model", "took a model's side", True),
    Operation("keep_human", "kept a label against a model", True),
    Operation("suggest", "suggested something", True),
    Operation("adopt", "made a program's suggestion a label", True),
    Operation("put_away", "put a program's suggestion away", True),
    Operation("vouch", "took responsibility for a file of lines"),
    Operation("mark_agent", "said that decisions were a program's", True),
    Operation("attest", "vouched for imported labels", True),
    Operation("gold", "reserved images for gold", True),
    Operation("ungold", "released images from gold", True),
    Operation("origin", "changed the origin", True),
    Operation("remove", "removed images", True),
    Operation("class_add", "added a class", True),
    Operation("class_rename", "renamed a class", True),
    Operation("class_merge", "merged two classes", True),
    Operation("relocate", "relocated a source"),
    Operation("undo", "undid an operation"),
    Operation("redo", "redid an operation"),
    Operation("init", "created the project"),
    Operation("setting", "changed a setting"),
    Operation("source_add", "added a source"),
    Operation("video", "took frames out of a video"),
    Operation("scan", "looked at image files"),
    Operation("import", "imported labels"),
    Operation("model_add", "added a model"),
    Operation("run", "started a run"),
    Operation("predict", "recorded predictions"),
    Operation("split_again", "put a publisher's splits aside"),
    Operation("assign", "assigned images to splits"),
    Operation("version", "wrote a version"),
    Operation("version_note", "described a version"),
    Operation("trial", "was shown a honeypot"),
    Operation("trial_answer", "answered a honeypot"),
    Operation("blind", "was given a blind image"),
    Operation("reveal", "completed a blind image and saw its predictions"),
    Operation("train", "trained a model"),
    Operation("evaluate", "evaluated models"),
)

OPERATIONS = {operation.id: operation for operation in _ALL}
