"""The Linux packages: the light program and the engine add-on as .deb, and the light program as a portable archive."""

from __future__ import annotations

import datetime
import gzip
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from common.bill import write_bill
from common.release import NAME, PACKAGING, ROOT, BuildError, Release, put, settle_times
from common.trial import try_out

HERE = PACKAGING / "linux"
LIB = Path("usr/lib") / NAME
LEVEL = "6"
"""Of zstd: higher ones take a quarter of an hour for a hundredth."""


def build(release: Release) -> list[Path]:
    """The light program; returns the artefacts."""
    frozen = freeze(release)
    return [portable(release, frozen), light_deb(release, frozen)]


def unpacked(release: Release) -> list[Path]:
    """The folder alone, tried out and not packed; returns its program."""
    return [freeze(release) / NAME]


def freeze(release: Release) -> Path:
    """The folder that PyInstaller makes, trimmed."""
    python = release.light_python()
    log = release.out / "logs" / "pyinstaller.log"
    dist, work = release.work / "dist", release.work / "pyinstaller"
    shutil.rmtree(dist, ignore_errors=True)
    shutil.rmtree(work, ignore_errors=True)
    told = release.run(
        python,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--distpath",
        dist,
        "--workpath",
        work,
        HERE / f"{NAME}.spec",
        log=log,
    )
    lacking = [line for line in told.splitlines() if "could not resolve" in line and "platformthemes" not in line]
    if lacking:
        raise BuildError(f"Libraries of the window are missing on this machine:\n{chr(10).join(lacking)}")
    bundle = dist / NAME
    strip(bundle)
    if not (bundle / NAME).is_file():
        raise BuildError(f"PyInstaller made no {bundle / NAME}; see {log}.")
    shown = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    try_out(release, bundle / NAME, bundle / "_internal/resources/demo", shown)
    return bundle


def strip(bundle: Path) -> None:
    """Take the debugger's names out of Python's own libraries; others are patched in ways that stripping breaks."""
    own = [*bundle.glob("_internal/libpython*.so*"), *bundle.glob("_internal/python3*/lib-dynload/*.so")]
    subprocess.run(["strip", "--strip-unneeded", *map(str, own)], check=True)


def light_deb(release: Release, bundle: Path) -> Path:
    """The Debian package of the light program."""
    tree = release.work / "deb-light"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(bundle, tree / LIB, symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    share = tree / "usr/share"
    put(HERE / f"{NAME}.desktop", share / f"applications/{NAME}.desktop")
    put(HERE / f"{NAME}.mime.xml", share / f"mime/packages/{NAME}.xml")
    write(share / "metainfo/org.verify_app.verify_app.metainfo.xml", filled(release, HERE / f"{NAME}.metainfo.xml"))
    icons(release, share / "icons/hicolor")
    page = filled(release, HERE / f"{NAME}.1.in").replace("@COMMANDS@", commands(release))
    (share / "man/man1").mkdir(parents=True)
    (share / f"man/man1/{NAME}.1.gz").write_bytes(gzip.compress(page.encode(), mtime=0))
    papers(release, share / "doc" / NAME)
    system_licences(bundle, share / "doc" / NAME / "licences")
    hand_out(release, share / "doc" / NAME / "sbom.cdx.json", NAME)
    return deb(release, tree, "control.in")


def engine(release: Release) -> list[Path]:
    """The engine add-on as .deb."""
    tree = release.work / "deb-engine"
    shutil.rmtree(tree, ignore_errors=True)
    place = tree / LIB / "engine"
    place.parent.mkdir(parents=True)
    given = os.environ.get("VERIFY_APP_ENGINE_PACKAGES")
    shutil.copytree(Path(given) if given else engine_folder(release), place, symlinks=True)
    trim_engine(place)
    compile_all(release, place)
    stamp(release, place)
    doc = tree / f"usr/share/doc/{NAME}-engine"
    put(HERE / "engine.copyright", doc / "copyright")
    write_bill(release, doc / "sbom.cdx.json", place)
    hand_out(release, doc / "sbom.cdx.json", f"{NAME}-engine")
    return [deb(release, tree, "control.engine.in", name=f"{NAME}-engine")]


def engine_folder(release: Release) -> Path:
    """The add-on's packages in a folder, as pip installs them.

    They come from ``VERIFY_APP_TORCH_INDEX`` too, where that names an index of processor-only builds of PyTorch.
    ``VERIFY_APP_ENGINE_PACKAGES`` names a folder that is taken instead.
    """
    python = release.light_python()
    place = release.work / "engine"
    shutil.rmtree(place, ignore_errors=True)
    index = os.environ.get("VERIFY_APP_TORCH_INDEX")
    more = ["--extra-index-url", index] if index else []
    bound = ["-c", release.constraints] if release.constraints else []
    wanted = PACKAGING / "common" / "engine.txt"
    release.run(python, "-m", "pip", "install", "-q", "--no-compile", "--target", place, "-r", wanted, *more, *bound)
    return place


def trim_engine(place: Path) -> None:
    """Take out what the light program brings, and what only developers of torch need."""
    light = (
        "numpy",
        "numpy.libs",
        "PIL",
        "pillow.libs",
        "cv2",
        "opencv_python.libs",
        "scipy",
        "scipy.libs",
        "yaml",
        "bin",
    )
    for name in (*light, "torch/test", "torch/include", "torch/share"):
        shutil.rmtree(place / name, ignore_errors=True)


def compile_all(release: Release, place: Path) -> None:
    """Compile the modules, which nobody who runs them could store; templates that are no Python are passed over.

    Compiled files bear the hash of their source and are never compared with it, so that no time of a file is in them.
    """
    for cache in place.rglob("__pycache__"):
        shutil.rmtree(cache)
    shown = ["-s", place, "-p", f"/{LIB}/engine"]
    compiling = [release.light_python(), "-m", "compileall", "-qq", "--invalidation-mode", "unchecked-hash"]
    subprocess.run([*compiling, *shown, place], env=release.environment(), check=False)


def stamp(release: Release, place: Path) -> None:
    """Say which version and Python the add-on is for; the program looks at it before it imports anything."""
    said = {"version": release.version, "python": f"{sys.version_info.major}.{sys.version_info.minor}"}
    (place / "engine.json").write_text(json.dumps(said) + "\n", encoding="utf-8")


def deb(release: Release, tree: Path, control: str, *, name: str = NAME) -> Path:
    """Pack a tree as a Debian package; the same tree gives the same bytes."""
    size = sum(file.stat().st_size for file in tree.rglob("*") if file.is_file() and not file.is_symlink())
    text = filled(release, HERE / control).replace("@SIZE@", str(size // 1024))
    write(tree / "DEBIAN/control", text)
    settle_times(tree, release.epoch)
    release.out.mkdir(parents=True, exist_ok=True)
    made = release.out / f"{name}_{release.version}_amd64.deb"
    release.run("dpkg-deb", "--root-owner-group", "-Zzstd", f"-z{LEVEL}", "--build", tree, made)
    return made


def portable(release: Release, bundle: Path) -> Path:
    """The same program in an archive that is unpacked anywhere."""
    tree = release.work / f"{NAME}-{release.version}-linux-x86_64"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(bundle, tree, symlinks=True)
    papers(release, tree / "licences")
    system_licences(bundle, tree / "licences/licences")
    settle_times(tree, release.epoch)
    release.out.mkdir(parents=True, exist_ok=True)
    made = release.out / f"{tree.name}.tar.zst"
    fixed = ["--sort=name", f"--mtime=@{release.epoch}", "--owner=0", "--group=0", "--numeric-owner"]
    release.run("tar", *fixed, f"--use-compress-program=zstd -{LEVEL} -T1", "-cf", made, "-C", tree.parent, tree.name)
    shutil.rmtree(tree)
    return made


def papers(release: Release, folder: Path) -> None:
    """Licence texts, the bill of materials and what changed."""
    python = release.light_python()
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "LICENSE", folder / "AGPL-3.0.txt")
    put(HERE / "copyright", folder / "copyright")
    (folder / "changelog.gz").write_bytes(gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0))
    release.run(python, PACKAGING / "common/licences.py", folder / "licences", PACKAGING / "common/licences")
    write_bill(release, folder / "sbom.cdx.json", python)


def system_licences(bundle: Path, folder: Path) -> None:
    """The texts of those libraries that come from the build machine's own packages, where it is a Debian."""
    if shutil.which("dpkg-query") is None:
        return
    names = sorted({file.name for file in (bundle / "_internal").glob("*.so*") if file.is_file()})
    # of the others, which come with Python's packages, it knows nothing, and says so by its exit code
    patterns = [f"*/{name}" for name in names]
    done = subprocess.run(["dpkg-query", "-S", *patterns], capture_output=True, text=True, check=False)
    for package in sorted({line.split(":")[0] for line in done.stdout.splitlines()}):
        text = Path("/usr/share/doc") / package / "copyright"
        if text.is_file():
            put(text, folder / f"debian-{package}" / "copyright")


def hand_out(release: Release, bill: Path, name: str) -> None:
    """Lay a bill of materials beside the artefact that it is of."""
    put(bill, release.out / f"{name}-{release.version}-{platform.system().lower()}.cdx.json")


def icons(release: Release, theme: Path) -> None:
    """The program's and the project file's icon in every size of the theme."""
    svg = ROOT / "resources/icons" / f"{NAME}.svg"
    drawn = release.work / "icons"
    release.run(release.light_python(), PACKAGING / "common/icons.py", svg, drawn)
    for size in (16, 22, 24, 32, 48, 64, 128, 256):
        put(drawn / f"{size}.png", theme / f"{size}x{size}/apps/{NAME}.png")
        put(drawn / f"{size}.png", theme / f"{size}x{size}/mimetypes/application-x-{NAME}-project.png")
    put(svg, theme / f"scalable/apps/{NAME}.svg")


def commands(release: Release) -> str:
    """The commands of the program, as a manual page lists them."""
    code = "from verify_app.cli.command_table import COMMANDS\nfor name, one in COMMANDS.items(): print(name, one[1])"
    told = release.run(release.light_python(), "-c", code, cwd=ROOT)
    rows = [line.split(" ", 1) for line in told.splitlines()]
    return "\n".join(f".TP\n.B {name}\n{text}" for name, text in rows).replace("-", "\\-")


def filled(release: Release, file: Path) -> str:
    """A template with version and date in it."""
    day = datetime.datetime.fromtimestamp(release.epoch, datetime.UTC).date().isoformat()
    return file.read_text(encoding="utf-8").replace("@VERSION@", release.version).replace("@DATE@", day)


def write(target: Path, text: str) -> None:
    """Write a file, with the folders above it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
