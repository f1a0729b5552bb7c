"""source, class, image, gold: named operations on what a project holds."""

from __future__ import annotations

from pathlib import Path

import click

from verify_app.app.imports.publisher_splits import split_again
from verify_app.app.project.classes import (
    add_class,
    bring_back_class,
    class_named,
    delete_class,
    merge_class,
    order_classes,
    rename_class,
    retire_class,
)
from verify_app.app.project.create import alike_note
from verify_app.app.project.sources import relocate, set_source_origin, source_named
from verify_app.app.review import actions
from verify_app.app.session import Session
from verify_app.cli.common import PATH, by_option, json_option, project_argument, session_of, show, show_lines
from verify_app.core.counted import counted
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.records import Changes
from verify_app.core.vocabulary import Origin
from verify_app.storage.project import Project
from verify_app.storage.queries import image_list

origin_argument = click.argument("origin", type=click.Choice([o.value for o in Origin]))
reason_option = click.option("--reason", metavar="TEXT", help="Why what counted as synthetic is something else.")
images_argument = click.argument("images", nargs=-1, required=True, metavar="SOURCE/PATH...")


def _said(changes: Changes | None, text: str, as_json: bool) -> None:
    event = changes.event if changes else None
    show({"ok": True, "event": event}, text if changes else "Nothing was changed: it was so already.", as_json)


def _ids(session: Session, names: tuple[str, ...]) -> list[int]:
    found = {name: image_list.image_by_name(session.project.read, name) for name in names}
    unknown = [name for name, image_id in found.items() if image_id is None]
    if unknown:
        raise UserError(M("There is no image {name} in the project.", name=unknown[0]))
    return [image_id for image_id in found.values() if image_id is not None]


# --- source ---------------------------------------------------------------------------------------------


@click.group("source")
def source_command() -> None:
    """Sources: where the images came from."""


@source_command.command("list")
@project_argument
@json_option
def source_list(project: Path, as_json: bool) -> None:
    """List the sources."""
    with Project.look(project) as opened:
        rows = [{"name": s.name, "root": s.root, "origin": s.origin.value} for s in opened.read.sources()]
    show_lines(rows, lambda row: f"{row['origin']:<10}{row['name']:<20}{row['root']}", as_json)


@source_command.command("relocate")
@project_argument
@click.argument("source")
@click.argument("folder", type=PATH)
@by_option
@json_option
def source_relocate(project: Path, source: str, folder: Path, by: str | None, as_json: bool) -> None:
    """Say where a source's folder is now."""
    with session_of(project, by) as session:
        changes = relocate(session, source_named(session, source).id, folder)
    _said(changes, f"{source} is in {folder} now.", as_json)


@source_command.command("origin")
@project_argument
@click.argument("source")
@origin_argument
@reason_option
@by_option
@json_option
def source_origin(project: Path, source: str, origin: str, reason: str | None, by: str | None, as_json: bool) -> None:
    """Say where the pixels of a whole source come from."""
    with session_of(project, by) as session:
        changes = set_source_origin(session, source_named(session, source).id, Origin(origin), reason=reason)
    _said(changes, f"{source} is {origin} now.", as_json)


@source_command.command("split-again")
@project_argument
@click.argument("source")
@by_option
@json_option
def source_split_again(project: Path, source: str, by: str | None, as_json: bool) -> None:
    """Put the splits aside that a source's publisher states; before its first export only."""
    with session_of(project, by) as session:
        changes = split_again(session, source_named(session, source).id)
    _said(changes, f"{source} is shared out anew, whatever its publisher states.", as_json)


# --- class ----------------------------------------------------------------------------------------------


@click.group("class")
def class_command() -> None:
    """The ordered class list."""


@class_command.command("list")
@project_argument
@json_option
def class_list(project: Path, as_json: bool) -> None:
    """List the classes in their order."""
    with Project.look(project) as opened:
        rows = [{"id": c.id, "name": c.name} for c in opened.read.classes()]
    show_lines(rows, lambda row: str(row["name"]), as_json)


@class_command.command("add")
@project_argument
@click.argument("name")
@by_option
@json_option
def class_add(project: Path, name: str, by: str | None, as_json: bool) -> None:
    """Append a class."""
    with session_of(project, by) as session:
        changes = add_class(session, name)
        notes = alike_note([c.name for c in session.classes], [" ".join(name.split())])
    _said(changes, "\n".join([f"Added the class {name}.", *notes]), as_json)


@class_command.command("rename")
@project_argument
@click.argument("old")
@click.argument("new")
@by_option
@json_option
def class_rename(project: Path, old: str, new: str, by: str | None, as_json: bool) -> None:
    """Rename a class; its labels keep it."""
    with session_of(project, by) as session:
        changes = rename_class(session, class_named(session, old).id, new)
    _said(changes, f"{old} is called {new} now.", as_json)


@class_command.command("merge")
@project_argument
@click.argument("source")
@click.argument("into")
@by_option
@json_option
def class_merge(project: Path, source: str, into: str, by: str | None, as_json: bool) -> None:
    """Let class INTO take over class SOURCE, with all its labels."""
    with session_of(project, by) as session:
        changes = merge_class(session, class_named(session, source).id, class_named(session, into).id)
    told = f"{into} has taken over {source}."
    if changes is not None and changes.detail["attested"]:
        told += f" Verified labels: {changes.detail['attested']}, attested now until somebody looks at them again."
    _said(changes, told, as_json)


@class_command.command("retire")
@project_argument
@click.argument("name")
@by_option
@json_option
def class_retire(project: Path, name: str, by: str | None, as_json: bool) -> None:
    """Hide a class from choosing; what has it keeps it."""
    with session_of(project, by) as session:
        changes = retire_class(session, class_named(session, name).id)
    _said(changes, f"{name} is retired.", as_json)


@class_command.command("bring-back")
@project_argument
@click.argument("name")
@by_option
@json_option
def class_bring_back(project: Path, name: str, by: str | None, as_json: bool) -> None:
    """Let a retired class be chosen again."""
    with session_of(project, by) as session:
        changes = bring_back_class(session, class_named(session, name).id)
    _said(changes, f"{name} can be chosen again.", as_json)


@class_command.command("delete")
@project_argument
@click.argument("name")
@by_option
@json_option
def class_delete(project: Path, name: str, by: str | None, as_json: bool) -> None:
    """Delete a class that nothing names."""
    with session_of(project, by) as session:
        changes = delete_class(session, class_named(session, name).id)
    _said(changes, f"Deleted the class {name}.", as_json)


@class_command.command("order")
@project_argument
@click.argument("names", nargs=-1, required=True)
@by_option
@json_option
def class_order(project: Path, names: tuple[str, ...], by: str | None, as_json: bool) -> None:
    """Show the classes in this order; ids and datasets stay as they are."""
    with session_of(project, by) as session:
        changes = order_classes(session, [class_named(session, name).id for name in names])
        listed = ", ".join(c.name for c in session.shown_classes)
    _said(changes, f"The classes are shown as {listed}.", as_json)


# --- image and gold -------------------------------------------------------------------------------------


@click.group("image")
def image_command() -> None:
    """Single images, by name."""


@image_command.command("origin")
@project_argument
@origin_argument
@images_argument
@reason_option
@by_option
@json_option
def image_origin(
    project: Path, origin: str, images: tuple[str, ...], reason: str | None, by: str | None, as_json: bool
) -> None:
    """Say where single images come from, apart from what their source says."""
    with session_of(project, by) as session:
        changes = actions.set_origin(session, _ids(session, images), Origin(origin), reason=reason)
    _said(changes, M("{images}: {origin} now.", images=counted(len(images), "image"), origin=origin), as_json)


@image_command.command("remove")
@project_argument
@images_argument
@by_option
@json_option
def image_remove(project: Path, images: tuple[str, ...], by: str | None, as_json: bool) -> None:
    """Take images out of the project; their files and their record stay."""
    with session_of(project, by) as session:
        changes = actions.remove_images(session, _ids(session, images))
    _said(changes, M("Removed {images} from the project.", images=counted(len(images), "image")), as_json)


@click.group("gold")
def gold_command() -> None:
    """Images reserved for evaluation, never trained on."""


@gold_command.command("reserve")
@project_argument
@images_argument
@by_option
@json_option
def gold_reserve(project: Path, images: tuple[str, ...], by: str | None, as_json: bool) -> None:
    """Reserve images for evaluation."""
    with session_of(project, by) as session:
        changes = actions.set_gold(session, _ids(session, images), True)
    _said(changes, M("Reserved {images} for gold.", images=counted(len(images), "image")), as_json)


@gold_command.command("release")
@project_argument
@images_argument
@by_option
@json_option
def gold_release(project: Path, images: tuple[str, ...], by: str | None, as_json: bool) -> None:
    """Release images that were reserved and not yet used."""
    with session_of(project, by) as session:
        changes = actions.set_gold(session, _ids(session, images), False)
    _said(changes, M("Released {images} from gold.", images=counted(len(images), "image")), as_json)
