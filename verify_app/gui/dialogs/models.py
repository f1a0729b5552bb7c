"""Choosing a model: one of the project, a file, or published weights by name with consent to fetch them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from verify_app.app.model_consent import agree_to_model
from verify_app.app.model_fit import suits
from verify_app.app.model_in_use import in_use
from verify_app.app.session import Session
from verify_app.core.records import Proof
from verify_app.core.vocabulary import Task
from verify_app.gui.dialogs.form import choose, quiet
from verify_app.gui.i18n import words
from verify_app.gui.plain import tip
from verify_app.inference.foreign_formats import FILES, ending_of

SUFFIXES = (".pt", ".onnx", *FILES)
"""Of models that can be chosen; those after the first two run code of their maker, which a person agrees to once."""


def project_models(session: Session) -> dict[str, str]:
    """Names of the project's models, behind each the version that somebody only claims of it, or none.

    Newest first, but before all the one that was taken into use.
    """
    using = in_use(session.project.read)
    first = using.model.id if using is not None and using.named else None
    models = sorted(session.project.read.models(), key=lambda m: (m.id != first, -m.id))
    return {m.name: (m.version or "") if m.proof is Proof.CLAIMED else "" for m in models}


class ModelField(QWidget):
    """A name or a path; a name that is no file may be fetched once the person agrees."""

    changed = Signal()

    def __init__(self, known: Mapping[str, str], *, suffixes: tuple[str, ...] = SUFFIXES) -> None:
        super().__init__()
        self._known, self._suffixes = dict(known), suffixes
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.addItems(list(known))
        if not known:
            self.box.lineEdit().setPlaceholderText(self.tr("File, or a name such as yolo26n.pt"))
        self.box.setSizePolicy(self.box.sizePolicy().Policy.Expanding, self.box.sizePolicy().Policy.Fixed)
        browse = QPushButton(self.tr("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self.consent = QCheckBox()
        self.consent.hide()
        self.trust = QCheckBox()
        self.trust.hide()
        self._digest = ""
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, 1)
        row.addWidget(browse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.consent)
        layout.addWidget(self.trust)
        self.claim, self.use = quiet(""), quiet("")
        for note in (self.claim, self.use):
            note.hide()
            layout.addWidget(note)
        self.setFocusProxy(self.box)
        self.box.currentTextChanged.connect(self._look)
        self._look()

    def offer(self, known: Mapping[str, str]) -> None:
        """Offer these models of the project; what was chosen stays."""
        if known == self._known:
            return
        chosen, self._known = self.text, dict(known)
        self.box.blockSignals(True)
        self.box.clear()
        self.box.addItems(list(known))
        if chosen:
            self.box.setEditText(chosen)
        self.box.blockSignals(False)
        self._look()

    @property
    def text(self) -> str:
        """What was chosen."""
        return self.box.currentText().strip()

    @property
    def is_file(self) -> bool:
        path = Path(self.text).expanduser()
        return path.is_file() or (path.is_dir() and bool(ending_of(path)))

    @property
    def runs_code(self) -> bool:
        """Whether it is in a form that runs code of its maker as it is opened."""
        return self.text not in self._known and self.is_file and bool(ending_of(Path(self.text)))

    def ask_to_run(self, sha256: str) -> None:
        """Ask once whether a model, known by its digest, may run its code."""
        self._digest = sha256
        self.trust.setChecked(False)
        self.trust.setText(self.tr("Let this file run code (SHA-256 {digest})").format(digest=f"{sha256[:16]}…"))
        self.trust.setToolTip(tip(sha256))
        self.trust.show()

    def tell_use(self, task: str, model_task: str) -> None:
        """Say what of a model that was read is used in a project of a task, where that is not everything."""
        some = model_task not in ("", task) and suits(task, model_task)
        if some:
            text = self.tr("The model gives {objects}; in this project their boxes are used.")
            self.use.setText(text.format(objects=words.task(Task(model_task))))
        self.use.setVisible(some)

    def take_consent(self) -> None:
        """Write down what the person agreed to, if they did.

        Raises
        ------
        UserError
            When it cannot be written.
        """
        if self._digest and self.trust.isChecked():
            agree_to_model(self._digest)
            self._forget_digest()

    def _forget_digest(self) -> None:
        self._digest = ""
        self.trust.hide()

    @property
    def needs_consent(self) -> bool:
        """A name of published weights: neither of the project nor on this computer."""
        text = self.text
        bare = bool(text) and "/" not in text and "\\" not in text
        return bare and text.endswith(".pt") and text not in self._known and not self.is_file

    @property
    def download(self) -> bool:
        """Whether the person agreed to fetch it."""
        return self.needs_consent and self.consent.isChecked()

    def problem(self) -> str:
        """Why this cannot be used, one sentence; empty when it can."""
        if not self.text:
            return self.tr("Choose a model.")
        if self.needs_consent and not self.consent.isChecked():
            return self.tr("{name} is not on this computer; agree to the download or choose a file.").format(
                name=self.text
            )
        if self.text not in self._known and not self.needs_consent and not self.is_file:
            return self.tr("There is no model and no file {name}.").format(name=self.text)
        if self._digest and not self.trust.isChecked():
            return self.tr(
                "A model of this kind can run any code its maker put in. If you trust where it comes from, tick the "
                "box; otherwise choose its .onnx or .pt form."
            )
        return ""

    def _look(self) -> None:
        self._forget_digest()
        self.consent.setVisible(self.needs_consent)
        text = self.tr("Let Ultralytics download {name} from the internet")
        self.consent.setText(text.format(name=self.text))
        version = self._known.get(self.text, "")
        self.claim.setText(self.tr("Trained on {version}: claimed, the weights do not say so.").format(version=version))
        self.claim.setVisible(bool(version))
        self.use.hide()
        self.changed.emit()

    def _browse(self) -> None:
        pattern = self.tr("Models") + " (" + " ".join(f"*{s}" for s in self._suffixes) + ")"
        choose(self, self.tr("Choose a model"), self.box.setEditText, folder=False, pattern=pattern)


def device_field() -> QComboBox:
    """Where to compute."""
    box = QComboBox()
    box.setEditable(True)
    box.addItems(["auto", "cpu", "cuda", "mps"])
    return box


def device_of(box: QComboBox) -> str | None:
    """None for the program's own choice."""
    text = box.currentText().strip()
    return None if text in ("", "auto") else text
