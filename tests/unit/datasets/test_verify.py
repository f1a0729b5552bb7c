"""The re-check finds every change, and hostile receipts give sentences."""

import errno
import json
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import examples
from tests.unit.datasets.pools import painted_pool, unlocked
from tests.windows import WINDOWS
from verify_app.core.errors import UserError
from verify_app.core.receipt.receipt import IMAGES, RECEIPT, canonical, composition_digest, sha256_of
from verify_app.core.vocabulary import Task
from verify_app.datasets.composition.compose import plan
from verify_app.datasets.files.check_files import survey
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.version import verify
from verify_app.datasets.version.verify import require_sound, verify_version
from verify_app.datasets.version.write_version import write


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    folder = tmp_path_factory.mktemp("versions")
    write(plan(survey(painted_pool(folder / "in")), Policy()), folder / "v1")
    return folder / "v1"


@pytest.fixture
def held(original, tmp_path):
    return Path(shutil.copytree(original, tmp_path / "v1"))


def some(folder, split="train", kind="labels"):
    files = sorted((folder / kind / split).iterdir())
    return next(f for f in files if f.stat().st_size)


def relist(folder, change):
    """Change the images' lines and forge every digest that follows from them."""
    lines = [json.loads(line) for line in (folder / IMAGES).read_bytes().splitlines()]
    lines = change(lines) or lines
    data = b"".join(map(canonical, lines))
    (folder / IMAGES).write_bytes(data)

    def forge(receipt):
        receipt["files"][IMAGES] = sha256_of(data)
        receipt["composition"] = composition_digest(Task.DETECT, tuple(receipt["classes"]), sha256_of(data))

    rewrite(folder, forge)


def rewrite(folder, change):
    receipt = json.loads((folder / RECEIPT).read_bytes())
    change(receipt)
    (folder / RECEIPT).write_bytes(canonical(receipt, indent=1))


LINKS = pytest.mark.skipif(WINDOWS, reason="links need rights on Windows")


def test_a_sound_version_is_sound(held):
    found = verify_version(held)
    assert found.sound and found.digest == sha256_of((held / RECEIPT).read_bytes())
    assert str(found.share()) == next(o.measured for o in found.outcomes if o.name == "min_real_share")
    assert require_sound(held).digest == found.digest


def edit_label(folder):
    file = some(folder)
    file.write_text(file.read_text().replace("0.", "0.1", 1))


def drop_row(folder):
    file = some(folder)
    file.write_text("".join(file.read_text().splitlines(keepends=True)[1:]))


def swap_images(folder):
    one, two = (unlocked(p) for p in sorted((folder / "images" / "train").iterdir())[:2])
    data = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(data)


def link_out(folder):
    file = some(folder, kind="images")
    target = folder.parent / "outside.png"
    file.rename(target)
    file.symlink_to(target)


def link_folder(folder):
    target = folder.parent / "outside"
    (folder / "labels" / "val").rename(target)
    (folder / "labels" / "val").symlink_to(target)


def linked_receipt(folder):
    (folder / IMAGES).rename(folder.parent / IMAGES)
    (folder / IMAGES).symlink_to(folder.parent / IMAGES)


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (edit_label, "was changed"),
        (drop_row, "holds other objects than the receipt says"),
        (swap_images, "was changed"),
        pytest.param(link_out, "symbolic link", marks=LINKS),
        pytest.param(link_folder, "symbolic link", marks=LINKS),
        pytest.param(linked_receipt, "not an ordinary file", marks=LINKS),
        (lambda f: unlocked(some(f, kind="images")).unlink(), "is missing"),
        (lambda f: some(f).unlink(), "is missing"),
        (lambda f: (f / "data.yaml").write_text("download: x"), "data.yaml was changed"),
        (lambda f: (f / "data.yaml").unlink(), "is missing"),
        (lambda f: (f / "images" / "train" / "new.png").write_bytes(b""), "was added"),
        (lambda f: (f / "labels" / "train.cache").write_bytes(b""), "is a cache that was added"),
        (lambda f: (f / "images" / "train" / "x.npy").write_bytes(b""), "is a cache that was added"),
        (lambda f: (f / IMAGES).write_bytes((f / IMAGES).read_bytes()[:-40]), "not valid JSON"),
        (lambda f: (f / IMAGES).write_bytes(b""), "digest differs"),
        (lambda f: (f / IMAGES).unlink(), "missing"),
        (lambda f: some(f).write_bytes(b"\xff\xfe\x00"), "is not text"),
        (lambda f: some(f).write_text("0 nan 0.5 0.1 0.1\n"), "Ultralytics would drop"),
    ],
)
def test_every_change_is_found(held, harm, words):
    harm(held)
    problems = verify_version(held).problems
    assert any(words in problem for problem in problems), problems
    with pytest.raises(UserError, match="not what its receipt says"):
        require_sound(held)


def piped(file):
    file.unlink()
    os.mkfifo(file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("which", [some, lambda f: some(f, kind="images"), lambda f: f / "data.yaml"])
def test_what_is_no_ordinary_file_is_not_passed_over(held, which):
    piped(which(held))
    assert any("is not an ordinary file" in problem for problem in verify_version(held).problems)


@pytest.mark.parametrize("which", [some, lambda f: some(f, kind="images"), lambda f: f / "data.yaml"])
def test_what_cannot_be_read_is_not_passed_over(held, which, monkeypatch):
    bad = which(held)

    def reading(file, *args, **kwargs):
        if Path(file) == bad:
            raise OSError(errno.EIO, "Input/output error")
        return open(file, *args, **kwargs)  # noqa: PTH123  as what stands in for it is called

    monkeypatch.setattr(verify, "open", reading, raising=False)
    found = verify_version(held).problems
    assert [problem for problem in found if "cannot be read" in problem], found


def unverify(lines):
    line = next(x for x in lines if x["split"] == "val")
    line["rv"], line["origin"] = False, "synthetic"


def leak(lines):
    train = next(x for x in lines if x["split"] == "train" and x["rv"])
    val = next(x for x in lines if x["split"] == "val")
    val["sha256"] = train["sha256"]


def claim(lines):
    next(x for x in lines if not x["rv"])["rv"] = True


def claim_all(lines):
    for x in lines:
        x.update(rv=True, origin="real")
        for label in x["labels"]:
            label[1:] = ["accepted", "ann", "human", "window"]
        x["complete"] = ["ann", "accepted", "human", "window"]


def verified_by(kind):
    """Say that a program labelled all of a real-verified image."""

    def change(lines):
        line = next(x for x in lines if x["rv"] and x["labels"])
        line["labels"] = [[*label[:3], kind, *label[4:]] for label in line["labels"]]

    return change


def completed_by(*said):
    def change(lines):
        line = next(x for x in lines if x["rv"])
        line.pop("complete")
        if said:
            line["complete"] = list(said)

    return change


def say_less(lines):
    line = next(x for x in lines if x["rv"] and x["labels"])
    line["labels"] = [label[:3] for label in line["labels"]]


def attest_gold(lines):
    line = next(x for x in lines if x["split"] == "val")
    line.update(split="gold", file=line["file"].replace("/val/", "/gold/"))
    line["complete"] = ["ann", "attested", "human", "window"]


def decided_elsewhere(lines):
    line = next(x for x in lines if x["rv"] and x["split"] == "train")
    line["complete"][-1] = "unknown"


def drop_real(lines):
    return [x for x in lines if not (x["rv"] and x["split"] == "train")]


def rename(name):
    def change(lines):
        lines[0]["file"] = name

    return change


@pytest.mark.parametrize(
    ("forgery", "words"),
    [
        (unverify, "eval_pure does not hold"),
        (leak, "no_leak does not hold"),
        (claim, "said to be real-verified, but"),
        (verified_by("agent"), "who gave them say otherwise"),
        (verified_by("simulated"), "who gave them say otherwise"),
        (completed_by(), "who gave them say otherwise"),
        (completed_by("bot", "accepted", "agent", "decide"), "who gave them say otherwise"),
        (completed_by("bot", "accepted", "robot", "decide"), "one of human, agent, simulated"),
        (say_less, "does not say of its labels"),
        (attest_gold, "is gold, but was only attested"),
        (decided_elsewhere, "says that min_seen_share measured"),
        (claim_all, "counts are not those"),
        (claim_all, "says that min_real_share measured"),
        (drop_real, "min_real_share does not hold"),
        (lambda lines: lines + lines[:1], "names a file twice"),
        (rename("images/train/../../../etc/passwd.png"), "none this program would write"),
        (rename("/etc/passwd"), "none this program would write"),
        (rename("images/train/a b.png"), "none this program would write"),
        (rename("images/test/a.png"), "none this program would write"),
        (rename("C:\\a.png"), "none this program would write"),
        (lambda lines: lines[0].update(labels=[[99, "accepted", "ann"]]), "class that the receipt does not list"),
        (lambda lines: lines[0].update(bytes=-1), "whole number"),
        (lambda lines: lines[0].update(sha256="x"), "SHA-256"),
        (lambda lines: lines[0].update(extra=1), "not written the way"),
    ],
)
def test_a_forged_list_with_forged_digests_is_found(held, forgery, words):
    relist(held, forgery)
    assert any(words in problem for problem in verify_version(held).problems)


def lower(receipt):
    for rule in receipt["policy"]:
        if rule["demanded"] in ("1/2", "1/5"):
            rule["demanded"] = "1/20"


@pytest.mark.parametrize(
    ("forgery", "words"),
    [
        (lambda r: r["counts"]["images"]["train"].update(real_verified=999), "counts are not those"),
        (lambda r: r["outcomes"][0].update(measured="9/9"), "it is"),
        (lambda r: r["outcomes"].pop(), "says nothing of"),
        (lambda r: r["outcomes"].append({**r["outcomes"][0], "name": "new"}), "does not know"),
        (lower, "none this program allows"),
        (lambda r: r["policy"].pop(0), "none this program allows"),
        (lambda r: r.update(schema=4), "update it"),
        (lambda r: r.update(rules=7), "update it"),
        (lambda r: r.update(format="other"), "no receipt of this program"),
        (lambda r: r.update(overrides=[{"rule": "x"}]), "overrides"),
        (lambda r: r.update(composition="0" * 64), "composition digest"),
        (lambda r: r.update(classes=["a"]), "class that the receipt does not list"),
        (lambda r: r["files"].update({"../x": "0" * 64}), "is not the one for"),
        (lambda r: r["files"].clear(), "digest differs"),
        (lambda r: r.update(models=[{"name": "m", "sha256": "0" * 64, "round": 1, "depth": 1, "labels": 3}]), "models"),
        (lambda r: r.update(note="hello"), "was edited"),
    ],
)
def test_a_forged_receipt_is_found(held, forgery, words):
    rewrite(held, forgery)
    problems = verify_version(held).problems
    assert any(words in problem for problem in problems), problems


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"\xff\xfe",
        b"[" * 200_000,
        b'{"format": ' + b"9" * 5000 + b"}",
        b'{"schema": NaN}',
        b"x" * (17 << 20),
        b'{"format": "verify-app receipt", "schema": true, "rules": 1, "overrides": []}',
    ],
    ids=lambda data: repr(data[:20]),
)
def test_a_hostile_receipt_is_one_sentence(held, data):
    (held / RECEIPT).write_bytes(data)
    found = verify_version(held)
    assert len(found.problems) == 1 and found.problems[0].endswith(".") and len(found.problems[0]) < 300


words = st.sampled_from(["", "train", "1/2", "..", "\udc80", "0" * 64])
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


@settings(
    max_examples=examples(150),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data(), anything)
def test_no_value_anywhere_in_a_receipt_gives_a_traceback(original, tmp_path, data, value):
    receipt = json.loads((original / RECEIPT).read_bytes())
    place = receipt
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if data.draw(st.booleans()) or not isinstance(place[key], dict | list) or not place[key]:
            break
        place = place[key]
    same = place[key] == value and type(place[key]) is type(value)
    place[key] = value
    folder = tmp_path / "v"
    if not folder.exists():
        shutil.copytree(original, folder)
    (folder / RECEIPT).write_text(json.dumps(receipt))
    found = verify_version(folder)
    assert found.problems or same


def test_a_folder_without_a_receipt_is_no_version(tmp_path):
    with pytest.raises(UserError, match="no version"):
        verify_version(tmp_path)
