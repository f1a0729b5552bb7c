"""What orders and filters mean, written again from labels, predictions and verdicts: nothing of the queue is used."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tests.unit.core.plain_queue import lottery
from verify_app.app.review.disagreements import disagreements
from verify_app.app.session import Session
from verify_app.core import derive
from verify_app.core.queue.filters import Filter
from verify_app.core.vocabulary import ImageState, LabelState, Origin
from verify_app.storage.queries import queue

OPEN = (ImageState.UNREVIEWED, ImageState.IN_PROGRESS, ImageState.STALE)
DONE = (ImageState.COMPLETE, ImageState.COMPLETE_EMPTY)


class Reference:
    """One project, looked at with plain loops."""

    def __init__(self, session: Session) -> None:
        read = session.project.read
        self.seed = queue.seed(read)
        self.classes = [c.id for c in read.classes()]
        self.images: dict[int, dict[str, Any]] = {}
        ids = [row[0] for row in read.rows("SELECT id FROM image ORDER BY id")]
        models = {row[0]: row[1] for row in read.rows("SELECT id, model_id FROM run")}
        counted: dict[str, list[str]] = {}
        for row in read.rows("SELECT sha256, origin, declared FROM image_state"):
            counted.setdefault(row["sha256"], []).append(row["declared"] or row["origin"])
        for i, e in read.evidence(ids).items():
            row = dict(read.rows("SELECT * FROM image_state WHERE key = ?", i)[0])
            if row["removed"]:
                continue
            proposals = derive.proposals(e)
            shown = [p for p in proposals if p.conf >= 0.25]
            hidden = e.blind is not None and e.blind.value == "hidden"
            run = None if hidden else read.newest_runs([i]).get(i)  # nobody is told that a model has looked
            verified = [x for x in e.labels if derive.label_state(x, e) is LabelState.VERIFIED]
            state = ImageState(row["state"])
            differ = disagreements(session, i)
            self.images[i] = {
                "state": state,
                "origin": max((Origin(o) for o in counted[row["sha256"]]), key=lambda o: o.weakness),
                "source": row["source_id"],
                "path": row["path"],
                "pixels": row["width"] * row["height"],
                "run": run,
                "model": models.get(run) if run else None,
                "flagged": e.mark.flag is not None or any(x.flag for x in e.labels),
                "gold": bool(row["gold"]),
                "people": {x.by for x in e.labels} | {r.by for r in e.rulings} | {e.mark.by},
                "grades": {x.grade for x in e.labels},
                "classes": {x.class_id for x in e.labels} | {p.class_id for p in shown},
                "confs": [p.conf for p in proposals],
                "objects": len(e.labels) + self._proposed(e, shown),
                "verified": Counter(x.class_id for x in verified),
                "differ": differ,
                "wants": state in OPEN or bool(differ),
                "looked": run is not None or bool(e.labels) or state in DONE,
                "hidden": self._hidden(e, proposals, shown),
                "blind": hidden,
            }

    @staticmethod
    def _proposed(e: derive.Evidence, shown: list[Any]) -> int:
        """Shown proposals, what looks like one counted once, and not what says an imported label again."""
        heaps: list[list[Any]] = []
        for p in sorted(shown, key=lambda p: (-p.conf, p.id)):
            alike = [h for h in heaps if h[0].class_id == p.class_id and h[0].region.overlap(p.region) >= 0.9]
            best = max(alike, key=lambda h: h[0].region.overlap(p.region), default=None)
            heaps.append([p]) if best is None else best.append(p)
        imported = [x for x in e.labels if derive.label_state(x, e) is LabelState.IMPORTED]
        pairs = [(x.region.overlap(h[0].region), x, h) for x in imported for h in heaps if x.class_id == h[0].class_id]
        left = list(heaps)
        for iou, x, h in sorted(pairs, key=lambda pair: -pair[0]):
            if iou >= 0.7 and x in imported and h in left:
                imported.remove(x)
                left.remove(h)
                beside = [p for p in h if p.region.overlap(x.region) < 0.7]
                left += [beside] if beside else []
        return len(left)

    @staticmethod
    def _hidden(e: derive.Evidence, proposals: list[Any], shown: list[Any]) -> float:
        over = [x.region for x in e.labels] + [p.region for p in shown]
        free = [
            p.conf for p in proposals if 0.1 <= p.conf < 0.25 and all(p.region.overlap(region) < 0.5 for region in over)
        ]
        return max(free, default=0.0) / 0.25

    # --- filters ----------------------------------------------------------------------------------------

    def passes(self, i: int, f: Filter) -> bool:
        x = self.images[i]
        low, high = f.confidence or (0, 1)
        return all(
            (
                not f.states or x["state"] in f.states,
                not f.origins or x["origin"] in f.origins,
                not f.sources or x["source"] in f.sources,
                not f.classes or f.classes & x["classes"],
                not f.models or x["model"] in f.models,
                not f.runs or x["run"] in f.runs,
                not f.reviewers or f.reviewers & x["people"],
                not f.grades or f.grades & x["grades"],
                not f.disagreements or f.disagreements & {d.kind for d in x["differ"]},
                f.confidence is None or any(low <= c < high or (high == 1 and c == 1) for c in x["confs"]),
                f.text.lower() in x["path"].lower(),
                not f.flagged or x["flagged"],
                f.gold is None or x["gold"] == f.gold,
            )
        )

    def filtered(self, f: Filter) -> list[int]:
        return [i for i in sorted(self.images) if self.passes(i, f)]

    # --- orders -----------------------------------------------------------------------------------------

    def order(self, name: str, ids: list[int]) -> list[int]:
        if name == "mixed":
            return self.mixed(ids)
        if name == "found":
            return ids
        if name == "newest":
            return ids[::-1]
        by = {
            "name": lambda i: (self.images[i]["source"], self.images[i]["path"]),
            "objects": lambda i: -self.images[i]["objects"],
            "largest": lambda i: -self.images[i]["pixels"],
        }
        if name in by:
            return sorted(ids, key=lambda i: (by[name](i), i))
        goodness = getattr(self, name)
        return sorted(
            ids, key=lambda i: (not self.images[i]["wants"], -goodness(i) if self.images[i]["wants"] else 0, i)
        )

    def mixed(self, ids: list[int]) -> list[int]:
        """Four piles dealt in turn, the rest behind them; every fifth card from a shuffled pile, on top of which lie
        those to be drawn blind; what is done last."""
        wanting = [i for i in ids if self.images[i]["wants"]]
        shuffled = sorted((i for i in wanting if lottery(i, self.seed) % 5 == 0), key=lambda i: lottery(i, self.seed))
        blind = sorted((i for i in wanting if self.images[i]["blind"]), key=lambda i: lottery(i, self.seed))
        shuffled = blind + [i for i in shuffled if i not in blind]
        left = [i for i in wanting if i not in shuffled]
        some_verified = any(sum(x["verified"].values()) for x in self.images.values())
        tests = {
            "disagreement": lambda i: bool(self.images[i]["differ"]),
            "tail": lambda i: some_verified and self.tail(i) > -1e9,
            "omissions": lambda i: self.omissions(i) >= 32768,
            "uncertain": lambda i: self.uncertain(i) > 0,
        }
        named = {}
        for name, belongs in tests.items():
            pile = [i for i in left if belongs(i)]
            left = [i for i in left if i not in pile]
            named[name] = self.order(name, pile)
        piles = [named[name] for name in ("disagreement", "tail", "uncertain", "omissions")]
        dealt = []
        while any(piles):
            dealt += [pile.pop(0) for pile in piles if pile]
        dealt += left
        found: list[int] = []
        while dealt or shuffled:
            found += dealt[:4] + shuffled[:1]
            dealt, shuffled = dealt[4:], shuffled[1:]
        return found + [i for i in ids if not self.images[i]["wants"]]

    def uncertain(self, i: int) -> float:
        return round(65535 * max((1 - abs(2 * c - 1) for c in self.images[i]["confs"]), default=0))

    def disagreement(self, i: int) -> float:
        return round(65535 * max((d.score for d in self.images[i]["differ"]), default=0))

    def tail(self, i: int) -> float:
        counts = {c: sum(x["verified"][c] for x in self.images.values()) for c in self.classes}
        ladder, running, whole = [], 0, sum(counts.values())
        for n in sorted(set(counts.values())):
            running += sum(m for m in counts.values() if m == n)
            if n and running * 10 > whole:
                break
            ladder.append(n)
        here = [ladder.index(counts[c]) for c in self.images[i]["classes"] if counts[c] in ladder]
        return -min(here) if here else -1e9

    def omissions(self, i: int) -> float:
        x = self.images[i]
        if x["state"] not in OPEN:
            return 0.0
        around = sorted((o["path"].encode(), j) for j, o in self.images.items() if o["source"] == x["source"])
        place = [j for _, j in around].index(i)
        near = [self.images[j] for _, j in around[max(0, place - 2) : place + 3] if j != i]
        near = [o for o in near if o["looked"]]
        hidden = round(65535 * x["hidden"])
        if not near or not x["looked"]:
            return hidden
        whole = sum(o["objects"] for o in near)
        missing = whole - x["objects"] * len(near)
        return max(hidden, 65535 * max(missing, 0) // max(whole, len(near)))
