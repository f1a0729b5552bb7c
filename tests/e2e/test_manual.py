"""Every example of the README and the manual is run as it stands, and what they list is what the program has.

HTML comments in front of a block say what the reader cannot see:

``starts with: parts, photos``
    What lies in the folder from here on (`THINGS`).
``file: NAME``
    The block is this file of the reader's.
``changes: FILE``
    Somebody has changed that file before the block.
``not run: WHY``
    The block is not run; `NOT_RUN` holds how many there are for which reason.

In the output of an example ``…`` stands for anything, and lines may be broken anywhere.
"""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import numpy as np
import pytest

from tests.sharing import shared
from verify_app.app.demo import sample_project as demo
from verify_app.app.demo.sample_project import make_demo, review_from_truth
from verify_app.app.session import Session
from verify_app.cli.command_table import COMMANDS
from verify_app.cli.main import commands, run
from verify_app.core.resources import resource
from verify_app.datasets.policy.policy import HARD, SOFT
from verify_app.datasets.policy.toml_file import parse_policy
from verify_app.gui.shell.action_table import ACTIONS
from verify_app.storage.own_projects import TRUST_VARIABLE

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = sorted((ROOT / "resources" / "manual").glob("*.md"))
TEXTS = [README, *PAGES]

NOT_RUN = {
    "installs packages": 3,
    "opens a window": 2,
    "trains a model": 3,
    "loads torch": 1,
    "needs an evaluation, which loads torch": 1,
    "needs an old project": 1,
}
"""Why blocks are not run, and how many."""

KINDS = ("sh", "console", "jsonl", "toml", "python")
"""What a block can be: ``sh`` has to succeed, ``console`` to say what it shows."""

_BLOCK = re.compile(r"(?P<before>(?:^<!--[^\n]*-->\n)*)^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!-- (?P<name>[a-z ]+): (?P<value>.+?) -->")


class Block(NamedTuple):
    """One fenced block, and the comments in front of it."""

    kind: str
    text: str
    said: dict[str, str]


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of a page; a comment holds from where it stands to the next block."""
    text, end = page.read_text(encoding="utf-8"), 0
    for match in _BLOCK.finditer(text):
        said = {m["name"]: m["value"] for m in _COMMENT.finditer(text, end, match.end("before"))}
        end = match.end()
        yield Block(match["kind"], match["text"], said)


def named(page: Path) -> str:
    return page.stem


# --- what lies in a reader's folder ---------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project twice: as it is made (``fresh``), and with every photograph reviewed (``reviewed``)."""
    return shared(tmp_path_factory, "manual", _make_samples)


def _make_samples(folder: Path) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VERIFY_APP_CONFIG_DIR", str(folder / "settings"))
        patch.setenv(TRUST_VARIABLE, "1")
        patch.setattr(demo, "REVIEWER", "Kai Mori")
        make_demo(folder / "fresh", "Kai Mori")
        shutil.copytree(folder / "fresh", folder / "reviewed")
        session = Session.open(folder / "reviewed", "Kai Mori")
        review_from_truth(session)
        session.close()
    return folder


class Reader:
    """Somebody who types what a page says, in a folder of their own."""

    def __init__(
        self, folder: Path, samples: Path, patch: pytest.MonkeyPatch, told: pytest.CaptureFixture[str]
    ) -> None:
        self.folder, self._samples, self._patch, self._told = folder, samples, patch, told
        patch.chdir(folder)

    def reads(self, block: Block) -> None:
        """Do what a block says, and find what it shows."""
        for thing in block.said.get("starts with", "").split(", "):
            self._put(thing)
        if "changes" in block.said:
            self._change(self.folder / block.said["changes"])
        if "file" in block.said:
            (self.folder / block.said["file"]).write_text(block.text, encoding="utf-8")
        if "not run" not in block.said:
            assert block.kind in KINDS, f"a block is one of {KINDS}, or says why it is not run:\n{block.text}"
            getattr(self, f"_{block.kind}")(block)

    def _put(self, thing: str) -> None:
        sample = resource("demo")
        if thing in ("parts", "fresh parts"):
            shutil.rmtree("parts", ignore_errors=True)
            shutil.copytree(self._samples / ("fresh" if thing == "fresh parts" else "reviewed"), "parts")
            # the sources stay where the sample was made, as anybody's do when a project is copied
        elif thing == "photos":
            self._copy(sorted((sample / "images" / "real").iterdir())[:6], "photos")
        elif thing == "incoming":
            self._copy(sorted((sample / "images" / "real").iterdir())[6:8], "incoming")
        elif thing == "renders":
            shutil.copytree(sample / "images" / "synthetic", "renders/images")
            shutil.copytree(sample / "truth" / "synthetic", "renders/labels")
            shutil.copy(sample / "classes.txt", "renders/classes.txt")
        elif thing in ("best.onnx", "best.pt"):
            shutil.copy(sample / thing.replace("best", "model"), thing)
        elif thing == "film.mp4":
            _film(Path(thing))
        elif thing == "parts-v1":
            assert self._types("verify-app export parts parts-v1")[0] == 0
        elif thing == "a stranger":
            self._patch.delenv(TRUST_VARIABLE)
        else:
            assert not thing, f"nothing is known of {thing}"

    def _copy(self, pictures: list[Path], folder: str) -> None:
        Path(folder).mkdir()
        for number, picture in enumerate(pictures, start=1):
            shutil.copy(picture, Path(folder) / f"{number:03}{picture.suffix}")

    def _change(self, file: Path) -> None:
        for there in (file.parent, file):
            there.chmod(0o755)
        with file.open("a", encoding="utf-8") as handle:
            handle.write("0 0.5 0.5 0.1 0.1\n")

    def _types(self, line: str) -> tuple[int, str]:
        """Exit code and output of a line such as ``echo '…' | verify-app decide parts -``."""
        *before, last = line.split(" | ")
        given = ""
        if before:
            echo, given = shlex.split(before[0])
            assert echo == "echo" and len(before) == 1, f"a test knows no shell: {line}"
        program, *arguments = shlex.split(last, comments=True)
        assert program == "verify-app", f"a test knows no other program: {line}"
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
        self._told.readouterr()
        code = run(arguments)
        out, err = self._told.readouterr()
        assert "Traceback" not in err
        return code, out + err

    def _sh(self, block: Block) -> None:
        for line in block.text.splitlines():
            code, output = self._types(line)
            assert code == 0, f"{line}\n{output}"

    def _console(self, block: Block) -> None:
        for typed in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            line, _, shown = typed.partition("\n")
            code, output = self._types(line)
            assert (code != 0) == ("verify-app: " in output or "was changed" in output), output
            wanted = ".*?".join(re.escape(" ".join(part.split())) for part in shown.split("…"))
            pattern = wanted.replace(r"\ ", " ").replace(" .*?", " ?.*?").replace(".*? ", ".*? ?")
            assert re.fullmatch(pattern, " ".join(output.split()), re.DOTALL), f"{line}\n{output}\nis not\n{shown}"

    def _jsonl(self, block: Block) -> None:
        if "file" in block.said:
            return
        for line in block.text.splitlines():
            code, output = self._types(f"echo {shlex.quote(line)} | verify-app decide parts -")
            assert code == 0 and output.startswith('{"ok": true'), f"{line}\n{output}"

    def _toml(self, block: Block) -> None:
        assert parse_policy(block.text)

    def _python(self, block: Block) -> None:
        exec(compile(block.text, "the manual", "exec"), {"__name__": "__main__"})


def _film(file: Path) -> None:
    """Forty frames of a brightening square."""
    import cv2

    writer = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"mp4v"), 10.0, (320, 240))
    for number in range(40):
        frame = np.full((240, 320, 3), 30, np.uint8)
        frame[60:180, 40 + 4 * number : 120 + 4 * number] = 80 + 4 * number
        writer.write(frame)
    writer.release()


@pytest.mark.parametrize("page", TEXTS, ids=named)
def test_the_examples_of_a_page_run(
    page: Path, tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = list(blocks(page))
    assert page.read_text(encoding="utf-8").count("\n```") == 2 * len(found), "every fence is a block's"
    reader = Reader(tmp_path, samples, monkeypatch, capsys)
    for block in found:
        reader.reads(block)


def test_few_examples_are_not_run_and_each_says_why() -> None:
    why = Counter(block.said["not run"] for page in TEXTS for block in blocks(page) if "not run" in block.said)
    assert why == NOT_RUN
    assert sum(block.kind != "" for page in TEXTS for block in blocks(page)) > 4 * sum(why.values())


# --- what the pages list is what the program has ----------------------------------------------------------------------


def _table(page: str) -> list[list[str]]:
    """Cells of the rows of a page's tables."""
    text = (ROOT / "resources" / "manual" / page).read_text(encoding="utf-8")
    rows = [line.strip("|").split(" | ") for line in text.replace("\\|", "¦").splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows]


def test_the_manual_ships_with_the_program() -> None:
    assert resource("manual", "index.md").is_file()
    assert '"resources/manual" = "verify_app/_resources/manual"' in (ROOT / "pyproject.toml").read_text()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_begins_with_what_it_is_for(page: Path) -> None:
    title, empty, sentence, *_ = page.read_text(encoding="utf-8").split("\n")
    assert title.startswith("# ") and not empty
    text = page.read_text(encoding="utf-8").split("\n\n")[1]
    assert re.fullmatch(r"(This page|These pages) [^.]*\.", " ".join(text.split())), sentence


@pytest.mark.parametrize("page", TEXTS, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    for place in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if not place.startswith("https://"):
            assert (page.parent / place.partition("#")[0]).exists(), place


def test_the_readme_is_a_landing_page() -> None:
    text = README.read_text(encoding="utf-8")
    assert text.count("\n") <= 150
    assert len(re.findall(r"!\[", text)) == 1


def test_every_page_is_in_the_list() -> None:
    listed = re.findall(r"\]\((\S+?)\)", (ROOT / "resources" / "manual" / "index.md").read_text(encoding="utf-8"))
    assert sorted(listed) == [page.name for page in PAGES if page.stem != "index"]


def test_the_readme_installs_and_tests_as_a_bare_machine_does() -> None:
    """`.ci/run` is that machine."""
    readme, bare = README.read_text(encoding="utf-8"), (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "\npip install '.[test]'\npytest -n auto\n" in readme
    assert "\npip install --quiet '.[test]'\n" in bare and "\npytest -n auto\n" in bare
    needed = re.findall(r"\blib[a-z]+[\w.-]*\d\b", readme)
    assert len(needed) > 10 and set(needed) <= set(re.findall(r"[\w.-]+", bare))


def test_the_keys_of_the_manual_are_the_window_s() -> None:
    listed = {
        cells[0]: re.findall(r"`` ?(.+?) ?``|`([^`]+)`", cells[1]) for cells in _table("keys.md") if len(cells) == 2
    }
    keys = {text: tuple(a or b for a, b in found) for text, found in listed.items() if found}
    assert keys == {action.text.replace("{n}", action.id[-1]): action.keys for action in ACTIONS if action.keys}


def test_the_commands_of_the_manual_are_the_program_s() -> None:
    listed = {
        row[0].strip("`"): row[1].replace("¦", "|")
        for row in _table("command-line.md")
        if row[0].strip("`") in COMMANDS
    }
    assert listed == {name: command.summary.rstrip(".") for name, command in COMMANDS.items()}


def test_the_rules_of_the_manual_are_the_policy_s() -> None:
    listed = {row[0].strip("`"): row[2] for row in _table("policy.md") if len(row) == 4 and row[0].startswith("`")}
    assert listed == {**dict.fromkeys(SOFT, "soft"), **dict.fromkeys(HARD, "hard")}


def _options(command: click.Command) -> Iterator[click.Option]:
    yield from (one for one in command.params if isinstance(one, click.Option))
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            inner = command.get_command(click.Context(command), name)
            assert inner is not None
            yield from _options(inner)


def test_the_formats_of_the_manual_are_the_program_s() -> None:
    chosen = {
        name: set(one.type.choices)
        for one in _options(commands)
        for name in one.opts
        if isinstance(one.type, click.Choice)
    }
    rows = {row[0].strip("`"): row[2] for row in _table("formats.md")[2:]}
    assert set(rows) == chosen["--labels"] - {"none"}
    written = {name for name, cell in rows.items() if cell == "yes"} | set(re.findall(r"`([a-z-]+)`:", rows["yolo"]))
    assert written == chosen["--format"]


@pytest.mark.parametrize("page", TEXTS, ids=named)
def test_options_and_commands_that_are_named_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    known = {name for one in _options(commands) for name in (*one.opts, *one.secondary_opts)} | {"--help", "--version"}
    named = set(
        re.findall(r"(?<![\w-])--[a-z][a-z-]*", re.sub(r"<!--.*?-->|^\|[-|]+\|$", "", text, flags=re.MULTILINE))
    )
    assert named <= known
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL))
    for command in re.findall(r"verify-app ([a-z][a-z-]+)", code):
        assert command in COMMANDS or command == "parts", command
