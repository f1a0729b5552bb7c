"""How much human work a next version would have that the one before had not."""

from __future__ import annotations

from verify_app.app.exports.export import parent_of
from verify_app.app.session import Session
from verify_app.core.messages import M
from verify_app.datasets.composition.pool import read_pool
from verify_app.datasets.version.parent import ancestor_of
from verify_app.storage.queries.history import VersionRow, versions


def parent_version(session: Session, *, trains: bool) -> VersionRow | None:
    """The version that fresh work is counted from: the newest that was trained on; without training the newest."""
    known = versions(session.project.read)
    return parent_of(session) if trains else (known[-1] if known else None)


def fresh_images(session: Session, parent: VersionRow | None) -> int:
    """Distinct real-verified images, gold left out, that were none in the parent version."""
    read = session.project.read
    before = {i.sha256 for i in ancestor_of(read, parent).images if i.rv} if parent is not None else set()
    verified = {c.sha256 for c in read_pool(read).candidates if c.rv and not c.gold}
    return len(verified - before)


def too_few(fresh: int, wanted: int, parent: VersionRow | None) -> str:
    """That a cycle does nothing yet, and what is missing."""
    if parent is None:
        return M(
            "Nothing to do yet: {n} of {wanted} real images are verified. Verify {more} more first.",
            n=fresh,
            wanted=wanted,
            more=wanted - fresh,
        )
    return M(
        "Nothing to do yet: {n} of {wanted} real images were verified since {version}. Verify {more} more first.",
        n=fresh,
        wanted=wanted,
        version=parent.name,
        more=wanted - fresh,
    )
