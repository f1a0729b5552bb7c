"""A named person vouches for labels that came in: they are attested then, and so is that nothing else is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from verify_app.app.project.sources import source_named
from verify_app.app.review.decision_context import Scene
from verify_app.app.review.same_bytes import deciding
from verify_app.app.session import Session
from verify_app.core import derive
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.queue.filters import Filter
from verify_app.core.records import Actor
from verify_app.core.review_rules import verify
from verify_app.core.vocabulary import Door, Grade
from verify_app.storage.queries import image_list
from verify_app.storage.queries.claims import Claim, claims
from verify_app.storage.summaries.image_summary import chunks


@dataclass(slots=True)
class Vouched:
    """What somebody vouches for now.

    Parameters
    ----------
    labels, images, whole : int
        Labels, images that had any word said of them, and those that are complete by it.
    unclaimed : int
        Images of which nothing is on record that could be vouched for: look at them.
    problems : list of str
    """

    labels: int = 0
    images: int = 0
    whole: int = 0
    unclaimed: int = 0
    problems: list[str] = field(default_factory=list)


def attest(session: Session, source: str, name: str, *, report: Report = silent) -> Vouched:
    """Vouch, as a named person, for what came in with the images of a source.

    What a receipt of ours says nobody verified, or that no person did, cannot be vouched for; what somebody has decided
    since stays as it is.

    Raises
    ------
    UserError
        When there is no such source, or the name is none.
    """
    read = session.project.read
    found = source_named(session, source)
    attester = session.voucher(name, Door.IMPORT)
    here = set(image_list.ids(read, Filter()))
    mine = [row[0] for row in image_list.paths_of(read, found.id) if row[0] in here]
    return vouch(session, attester, mine, report=report)


def vouch(session: Session, attester: Actor, image_ids: Sequence[int], *, report: Report = silent) -> Vouched:
    """Vouch for what is claimed of these images."""
    done = Vouched()
    for places in chunks(range(len(image_ids))):
        some = [image_ids[i] for i in places]
        known = claims(session.project.read, some)
        done.unclaimed += len(some) - len(known)
        with deciding(session, "attest", [i for i in some if i in known], actor=attester) as (tx, looked):
            done.problems += looked.refused.values()
            for image_id in some:
                if image_id in known and image_id not in looked.refused:
                    try:
                        _one(Scene.of(tx, attester, image_id), known[image_id], done)
                    except UserError as error:
                        done.problems.append(str(error))
        report(Progress("attest", places[-1] + 1, len(image_ids), M("Labels")))
    return done


def _one(scene: Scene, claim: Claim, done: Vouched) -> None:
    evidence = scene.evidence
    if claim.sha256 != evidence.scan.sha256:
        raise UserError(
            M("Image {number}: its file has changed since its labels came in; look at it.", number=scene.image_id)
        )
    before = done.labels
    for label in evidence.labels:
        mine = claim.labels is None or label.imported_id in claim.labels
        if label.grade is Grade.IMPORTED and label.imported_id is not None and mine:
            verify(scene, label, Grade.ATTESTED)
            done.labels += 1
    open_ = evidence.mark.flag is not None or derive.unsettled(evidence) or any(x.flag for x in evidence.labels)
    hidden = evidence.awaits_settling
    completed = claim.whole and not (evidence.mark.complete or open_ or hidden)
    if completed:
        scene.write_mark(complete=True, flag=None, grade=Grade.ATTESTED)
        done.whole += 1
    done.images += completed or done.labels > before
