"""The named operations that events record, as data: whether they can be undone and how a person would name them."""

from __future__ import annotations

from typing import NamedTuple

from verify_app.core.messages import M


class Operation(NamedTuple):
    """One kind of event."""

    id: str
    done: str
    undoable: bool = False


_ALL = (
    Operation("accept", M("accepted a proposal"), True),
    Operation("correct", M("corrected a proposal"), True),
    Operation("reject", M("rejected a proposal"), True),
    Operation("fix_later", M("rejected a proposal, to be fixed later"), True),
    Operation("draw", M("drew a label"), True),
    Operation("paste", M("pasted a label"), True),
    Operation("cut", M("cut an outline in two"), True),
    Operation("join", M("joined outlines"), True),
    Operation("edit", M("changed a label"), True),
    Operation("delete", M("removed a label"), True),
    Operation("complete", M("marked an image complete"), True),
    Operation("empty", M("marked an image complete and empty"), True),
    Operation("classify", M("gave an image its class"), True),
    Operation("reopen", M("reopened an image"), True),
    Operation("flag", M("flagged as unsure"), True),
    Operation("unflag", M("cleared a flag"), True),
    Operation("settle", M("settled a difference on a blind image"), True),
    Operation("take_model", M("took a model's side"), True),
    Operation("keep_human", M("kept a label against a model"), True),
    Operation("suggest", M("suggested something"), True),
    Operation("adopt", M("made a program's suggestion a label"), True),
    Operation("put_away", M("put a program's suggestion away"), True),
    Operation("vouch", M("took responsibility for a file of lines")),
    Operation("mark_agent", M("said that decisions were a program's"), True),
    Operation("attest", M("vouched for imported labels"), True),
    Operation("gold", M("reserved images for gold"), True),
    Operation("ungold", M("released images from gold"), True),
    Operation("origin", M("changed the origin"), True),
    Operation("remove", M("removed images"), True),
    Operation("class_add", M("added a class"), True),
    Operation("class_rename", M("renamed a class"), True),
    Operation("class_order", M("changed the order of the classes"), True),
    Operation("class_retire", M("retired a class"), True),
    Operation("class_bring_back", M("brought a class back"), True),
    Operation("class_delete", M("deleted a class"), True),
    Operation("class_merge", M("merged two classes"), True),
    Operation("relocate", M("relocated a source")),
    Operation("undo", M("undid an operation")),
    Operation("redo", M("redid an operation")),
    Operation("init", M("created the project")),
    Operation("setting", M("changed a setting")),
    Operation("source_add", M("added a source")),
    Operation("video", M("took frames out of a video")),
    Operation("scan", M("looked at image files")),
    Operation("import", M("imported labels")),
    Operation("model_add", M("added a model")),
    Operation("run", M("started a run")),
    Operation("predict", M("recorded predictions")),
    Operation("split_again", M("put a publisher's splits aside")),
    Operation("assign", M("assigned images to splits")),
    Operation("version", M("wrote a version")),
    Operation("version_note", M("described a version")),
    Operation("trial", M("was shown a honeypot")),
    Operation("trial_answer", M("answered a honeypot")),
    Operation("blind", M("was given a blind image")),
    Operation("reveal", M("completed a blind image and saw its predictions")),
    Operation("train", M("trained a model")),
    Operation("evaluate", M("evaluated models")),
    Operation("model_use", M("took a model into use")),
    Operation("cycle", M("went a step further in a cycle")),
    Operation("embed", M("recorded how pictures look to a model")),
    Operation("embedding_model", M("changed the model by which pictures are compared")),
    Operation("monitor", M("looked for drift")),
)

OPERATIONS = {operation.id: operation for operation in _ALL}
