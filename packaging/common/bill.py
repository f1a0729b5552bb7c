"""The bill of materials of what is handed out (CycloneDX)."""

from __future__ import annotations

import json
from importlib.metadata import distributions
from pathlib import Path

from common.licences import NOT_IN_IT
from common.release import Release, python_of


def write_bill(release: Release, file: Path, source: Path) -> None:
    """Write it of a Python's packages, less what only builds.

    Parameters
    ----------
    source : Path
        The Python, or a folder of packages, whatever system they are for.
    """
    python = _with(release, source) if source.is_dir() else source
    release.run(release.bill_python(), "-m", "cyclonedx_py", "environment", "--output-reproducible", "-o", file, python)
    told = json.loads(file.read_bytes())
    told["components"] = [one for one in told["components"] if not NOT_IN_IT.fullmatch(one["name"])]
    own = told.get("metadata", {}).get("component", {}).get("bom-ref")
    kept = {one["bom-ref"] for one in told["components"]} | {own}
    told["dependencies"] = [one for one in told.get("dependencies", []) if one["ref"] in kept]
    for one in told["dependencies"]:
        one["dependsOn"] = [ref for ref in one.get("dependsOn", []) if ref in kept]
    if source.is_dir():
        lacking = {one.metadata["Name"] for one in distributions(path=[str(source)])}
        lacking -= {one["name"] for one in told["components"]}
        assert not lacking, f"the bill of materials lacks {sorted(lacking)}"
    file.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _with(release: Release, packages: Path) -> Path:
    """A bare Python that sees these packages and no others."""
    venv = release.work / "bare"
    python = release.bare_python(venv)
    paths = release.run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    (Path(paths) / "packages.pth").write_text(f"{packages}\n", encoding="utf-8")
    return python_of(venv)
