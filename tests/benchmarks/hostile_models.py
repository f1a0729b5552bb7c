"""Models made to do harm, in every form the program takes, added and predicted with under strace.

    python tests/benchmarks/hostile_models.py [--keep DIR]

Nothing may be written but in the project, in the job's scratch and in the person's settings and caches, and no socket
may be opened; every file is refused in a sentence or runs as the data it is. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import pickle
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

MARK = "/hostile-case/"
"""A path that is looked for, and is not there, when a case begins: it shows in the trace."""
WRITING = re.compile(
    r"\b(?:(creat|mkdir|mkdirat|mknod|mknodat|rename|renameat|renameat2|link|linkat|symlink|symlinkat|unlink|unlinkat|"
    r"rmdir|truncate|chmod|fchmodat|chown|lchown|fchownat|utime|utimes|utimensat|setxattr|execve)\(|"
    r"open(?:at)?\(.*\b(?:O_WRONLY|O_RDWR|O_CREAT|O_TRUNC)\b)"
)
LOOKING = ("/sbin/ldconfig", "/usr/sbin/ldconfig", "/usr/bin/uname", "/bin/uname")
"""Programs that Python itself asks about the machine."""
NAME_SERVICE = "/var/run/nscd/socket"
"""What the C library asks for the name of a user."""
HARMLESS = ("/dev/null", "/dev/tty", "/dev/shm/", "/proc/self/", "/dev/urandom")


class Touch:
    """What unpickles by running a command."""

    def __init__(self, canary: Path, how: str) -> None:
        self.canary, self.how = canary, how

    def __reduce__(self) -> tuple[Any, ...]:
        if self.how == "open":
            return (open, (str(self.canary), "w"))
        return (os.system, (f"touch {self.canary}",))


def reachable() -> str:
    """Why strace cannot watch a process here; empty where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    done = subprocess.run(["strace", "-f", "-o", os.devnull, "true"], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"strace cannot trace here: {done.stderr.strip()[:80]}"


# --- what is handed over --------------------------------------------------------------------------------------


def build(folder: Path, canary: Path) -> list[Path]:
    """Every hostile file; none of them is opened here."""
    folder.mkdir(parents=True)
    made: list[Path] = []
    for name, make in CASES.items():
        place = folder / name
        make(place, canary)
        made.append(place)
    return made


def _pickled(how: str, protocol: int) -> Callable[[Path, Path], None]:
    def make(place: Path, canary: Path) -> None:
        place.write_bytes(pickle.dumps(Touch(canary, how), protocol=protocol))

    return make


def _zipped(place: Path, canary: Path) -> None:
    import torch

    torch.save({"model": Touch(canary, "system"), "train_args": {}}, place)


def _legacy(place: Path, canary: Path) -> None:
    import torch

    torch.save({"model": Touch(canary, "open")}, place, _use_new_zipfile_serialization=False)


def _tarred(place: Path, canary: Path) -> None:
    """The oldest form of torch: a tar."""
    with tarfile.open(place, "w") as tar:
        for name in ("sys_info", "pickle", "storages", "tensors"):
            data = pickle.dumps(Touch(canary, "system"))
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
        out = tarfile.TarInfo("../../escaped")
        tar.addfile(out, io.BytesIO(b""))


def _scripted(place: Path, canary: Path) -> None:
    """TorchScript that writes a file as it is loaded and whenever it runs."""
    import torch

    class Writer(torch.nn.Module):
        def __init__(self, path: str) -> None:
            super().__init__()
            self.path = path

        def forward(self, pictures: torch.Tensor) -> torch.Tensor:
            torch.save(pictures, self.path)
            return torch.zeros(1, 300, 6)

    extra = {"config.txt": '{"task": "detect", "names": {"0": "nut"}, "imgsz": [64, 64], "stride": 32, "batch": 1}'}
    torch.jit.save(torch.jit.script(Writer(str(canary))), str(place), _extra_files=extra)


def _bomb(place: Path, _: Path) -> None:
    """Some kilobytes that unpack to half a gigabyte."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("m/data.pkl", "w") as stream:
        for _turn in range(512):
            stream.write(bytes(1 << 20))


def _slip(place: Path, canary: Path) -> None:
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("../../../../../.." + str(canary), "escaped")
        archive.writestr("m/data.pkl", pickle.dumps(Touch(canary, "system")))


def _graph(nodes: list[Any], constants: dict[str, Any], place: Path, domain: str = "") -> None:
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    from tests.unit.inference.tiny_models import METADATA

    graph = helper.make_graph(
        nodes,
        "g",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, [1, 3, 64, 64])],
        [helper.make_tensor_value_info("output0", TensorProto.FLOAT, [1, 300, 6])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    opsets = [helper.make_opsetid("", 13)] + ([helper.make_opsetid(domain, 1)] if domain else [])
    model = helper.make_model(graph, opset_imports=opsets, ir_version=8)
    helper.set_model_props(model, METADATA)
    onnx.save(model, place)


def _foreign_operator(domain: str, kind: str, **attributes: Any) -> Callable[[Path, Path], None]:
    def make(place: Path, canary: Path) -> None:
        from onnx import helper

        said = {k: str(canary) if v == "CANARY" else v for k, v in attributes.items()}
        _graph([helper.make_node(kind, ["images"], ["output0"], domain=domain, **said)], {}, place, domain)

    return make


def _outside(where: str) -> Callable[[Path, Path], None]:
    """Weights in another file."""

    def make(place: Path, canary: Path) -> None:
        import numpy as np
        import onnx

        from tests.unit.inference.tiny_models import METADATA, constant_graph, write

        write(place, constant_graph(np.zeros((1, 300, 6))), METADATA)
        model = onnx.load(place)
        tensor = next(one for one in model.graph.initializer if one.name == "answer0")
        tensor.ClearField("raw_data")
        tensor.data_location = onnx.TensorProto.EXTERNAL
        for key, value in (("location", where or str(canary)), ("offset", "0"), ("length", "7200")):
            entry = tensor.external_data.add()
            entry.key, entry.value = key, value
        place.write_bytes(model.SerializeToString())

    return make


def _yaml(place: Path, canary: Path) -> None:
    place.write_text(f"nc: 3\nbackbone: !!python/object/apply:os.system ['touch {canary}']\n", encoding="utf-8")


def _source(place: Path, canary: Path) -> None:
    place.write_text(f"open({str(canary)!r}, 'w')", encoding="utf-8")


def _named(place: Path, canary: Path) -> None:
    """Metadata that wants to be code."""
    import numpy as np

    from tests.unit.inference.tiny_models import METADATA, constant_graph, write

    code = f"__import__('os').system('touch {canary}')"
    write(place, constant_graph(np.zeros((1, 300, 6))), {**METADATA, "names": code, "imgsz": code, "args": code})


def _engine(place: Path, canary: Path) -> None:
    header = json.dumps({"task": "detect", "names": {"0": "nut"}, "imgsz": [64, 64], "stride": 32}).encode()
    place.write_bytes(len(header).to_bytes(4, "little") + header + pickle.dumps(Touch(canary, "system")))


def _folder(files: dict[str, str]) -> Callable[[Path, Path], None]:
    def make(place: Path, canary: Path) -> None:
        place.mkdir()
        for name, text in files.items():
            (place / name).write_text(text.replace("CANARY", str(canary)), encoding="utf-8")

    return make


_OPENVINO = '<net name="m" version="11"><layers><layer id="0" type="X" version="extension"/></layers></net>'
_META = (
    "task: detect\nnames: {0: nut}\nimgsz: [64, 64]\nstride: 32\nx: !!python/object/apply:os.system ['touch CANARY']\n"
)
CASES: dict[str, Callable[[Path, Path], None]] = {
    "plain.pt": _pickled("system", 2),
    "open.pt": _pickled("open", 4),
    "zipped.pt": _zipped,
    "legacy.pt": _legacy,
    "tarred.pt": _tarred,
    "scripted.pt": _scripted,
    "bomb.pt": _bomb,
    "slip.pt": _slip,
    "scripted.torchscript": _scripted,
    "zipped.torchscript": _zipped,
    "scripted.onnx": _scripted,
    "pickled.onnx": _pickled("system", 2),
    "named.onnx": _named,
    "foreign-operator.onnx": _foreign_operator("evil.domain", "Run", command="CANARY"),
    "python-operator.onnx": _foreign_operator("ai.onnx.contrib", "PyOp", code="CANARY"),
    "context.onnx": _foreign_operator("com.microsoft", "EPContext", ep_cache_context="CANARY", embed_mode=0),
    "context_qnn.onnx": _foreign_operator("com.microsoft", "EPContext", ep_cache_context="CANARY", embed_mode=0),
    "outside.onnx": _outside("../../x.bin"),
    "outside-absolute.onnx": _outside(""),
    "tags.yaml": _yaml,
    "header.engine": _engine,
    "zipped.tflite": _slip,
    "pickled.mnn": _pickled("system", 2),
    "m_openvino_model": _folder({"m.xml": _OPENVINO, "m.bin": "", "metadata.yaml": _META}),
    "m_saved_model": _folder({"saved_model.pb": "CANARY", "metadata.yaml": _META}),
    "m_ncnn_model": _folder({"model.ncnn.param": "7767517", "model.ncnn.bin": "", "metadata.yaml": _META}),
    "m_paddle_model": _folder({"m.pdmodel": "CANARY", "metadata.yaml": _META}),
    "m.mlpackage": _folder({"Manifest.json": "{}", "metadata.yaml": _META}),
    "pickled.pth": _pickled("system", 2),
    "pickled": _pickled("open", 2),
    "source.py": _source,
}


# --- the commands, watched ------------------------------------------------------------------------------------

CHILD = """
import contextlib, io, json, os, sys
from verify_app.cli.main import run
told = {}
for file in sys.argv[2:]:
    name = os.path.basename(file)
    with contextlib.suppress(OSError):
        os.stat(MARK + name)
    for command in (["model", "add", sys.argv[1], file], ["predict", sys.argv[1], "--model", file],
                    ["predict", sys.argv[1], "--engine", "ultralytics", "--model", file], ["model", "show", file]):
        with contextlib.redirect_stderr(io.StringIO()) as said, contextlib.redirect_stdout(io.StringIO()):
            try:
                code = run([*command])
            except BaseException as error:
                code = repr(error)
        told.setdefault(name, []).append([code, said.getvalue()])
with contextlib.suppress(OSError):
    os.stat(MARK + "end")
print(json.dumps(told))
"""


def attack(work: Path) -> dict[str, Any]:
    """Build, run and judge; what is wrong is under ``writes``, ``sockets``, ``tracebacks`` and ``canaries``."""
    home, elsewhere, cwd = work / "home", work / "elsewhere", work / "cwd"
    for folder in (home, elsewhere, cwd, work / "tmp"):
        folder.mkdir(parents=True)
    canary = elsewhere / "canary"
    files = build(work / "handed over", canary)
    project = _project(work)
    own = {"HOME": str(home), "TMPDIR": str(work / "tmp"), "VERIFY_APP_CONFIG_DIR": str(home / "settings")}
    own |= {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(home / "cache")}
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("YOLO_", "ULTRALYTICS_", "XDG_"))} | own
    trace = work / "trace"
    child = [sys.executable, "-c", CHILD.replace("MARK", repr(MARK)), str(project), *map(str, files)]
    watched = ["strace", "-f", "-y", "-qq", "-s", "400", "-e", "trace=%file,%network", "-o", str(trace), *child]
    done = subprocess.run(watched, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    allowed = [project, home, work / "tmp"]
    found = judge(trace.read_text(errors="replace"), allowed, cwd)
    told = json.loads(done.stdout.strip().splitlines()[-1]) if done.returncode == 0 else {}
    return {
        "cases": len(files),
        "exit": done.returncode,
        "error": done.stderr[-500:] if done.returncode else "",
        **found,
        "tracebacks": sorted(name for name, each in told.items() if any(_fell(*one) for one in each)),
        "canaries": [str(p) for p in (*elsewhere.iterdir(), *cwd.iterdir())],
        "told": told,
    }


def _fell(code: object, said: str) -> bool:
    """Whether a command ended otherwise than well or in one sentence."""
    return code not in (0, 1, 2) or "Traceback" in said or (code != 0 and said.count("\n") != 1)


def _project(work: Path) -> Path:
    from PIL import Image

    from verify_app.app.imports.files import add_images
    from verify_app.app.project.create import create_project
    from verify_app.app.session import Session
    from verify_app.core.records import Actor
    from verify_app.core.vocabulary import Origin

    (work / "photos").mkdir()
    Image.new("RGB", (64, 64), (20, 90, 160)).save(work / "photos" / "a.png")
    create_project(work / "project", classes=["red", "green", "blue"], actor=Actor("ann"))
    session = Session.open(work / "project", "ann")
    add_images(session, [work / "photos"], Origin.REAL)
    session.close()
    return work / "project"


def judge(trace: str, allowed: list[Path], cwd: Path) -> dict[str, Any]:
    """What a trace shows: writes outside the allowed folders and sockets, each with its case."""
    case, seen = "start", 0
    writes: list[str] = []
    sockets: list[str] = []
    lines = trace.splitlines()
    for number, line in enumerate(lines):
        if MARK in line:
            case = line.split(MARK)[1].split('"')[0]
            seen += 1
        elif re.search(r"\bsocket\(", line):
            process = line.split()[0] + " "
            later = next((one for one in lines[number + 1 :] if one.startswith(process)), "")
            if NAME_SERVICE not in later:
                sockets.append(f"{case}: {line}")
        elif WRITING.search(line) and " = -1 " not in line and case not in ("start", "end"):
            writes += [f"{case}: {line}"] if any(not _inside(one, allowed, cwd) for one in _places(line)) else []
    return {"seen": seen, "writes": writes, "sockets": sockets}


def _places(line: str) -> list[str]:
    """The paths of a call, those beside an open folder with its path before them."""
    if "execve(" in line:
        return [one for one in re.findall(r'execve\("([^"]+)"', line) if one not in LOOKING]
    found = re.findall(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"', line)
    return [str(Path(folder) / path) for folder, path in found]


def _inside(place: str, allowed: list[Path], cwd: Path) -> bool:
    if place.startswith(HARMLESS):
        return True
    whole = Path(os.path.normpath(cwd / place))
    return any(whole.is_relative_to(folder) for folder in allowed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="work here and leave it")
    asked = parser.parse_args()
    why = reachable()
    if why:
        print(json.dumps({"skipped": why}))
        return
    if asked.keep:
        print(json.dumps(attack(asked.keep), indent=1))
        return
    with tempfile.TemporaryDirectory() as folder:
        found = attack(Path(folder))
        print(json.dumps({k: v for k, v in found.items() if k != "told"}, indent=1))
        sys.exit(bool(found["writes"] or found["sockets"] or found["tracebacks"] or found["canaries"] or found["exit"]))


if __name__ == "__main__":
    main()
