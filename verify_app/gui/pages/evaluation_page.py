"""The page of evaluations: classes with intervals, curves, confusions, and two models image by image."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, QLocale, QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from verify_app.app import evaluation_record as record
from verify_app.app.evaluation_record import (
    EvaluationLine,
    ImagePair,
    MeasuredClass,
    MeasuredEvaluation,
    MeasuredModel,
)
from verify_app.gui.dialogs.layout import scrolled
from verify_app.gui.i18n import messages
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.pages.confusion_table import ConfusionTable
from verify_app.gui.pages.curve_chart import CurveChart, f1_by_confidence, precision_recall
from verify_app.gui.pages.figure_table import FigureTable
from verify_app.gui.plain import PlainLabel, heading
from verify_app.gui.shell.host import Host
from verify_app.training.matches import NOTHING

if TYPE_CHECKING:
    from verify_app.storage.queries.monitored import SeenImage

MOST_IMAGES = 500
"""Images listed where two models are compared; those that differ most come first."""
MOST_OBJECTS = 1000
"""Objects opened at once: the labels of all their images are read for them."""
FIGURES = ("value", "recall", "precision")


class EvaluationPage(QWidget):
    """Shows one evaluation of those on record; measuring anew is the form's, and a job."""

    def __init__(self, host: Host, say: Callable[[str, str], None]) -> None:
        super().__init__()
        self._host, self._say = host, say
        self._heads: list[EvaluationLine] = []
        self._found: MeasuredEvaluation | None = None
        self._pairs: list[ImagePair] = []
        self.which, self.models = QComboBox(), QComboBox()
        self.start = QPushButton(self.tr("Evaluate…"))
        self.figures, self.note, self.paired = _wrapping(), _wrapping(), _wrapping()
        self.classes = FigureTable(self.tr("Classes"))
        self.open_class = QPushButton(self.tr("Show its objects"))
        self.curves = CurveChart(), CurveChart()
        self.confusion = ConfusionTable()
        self.images = FigureTable(self.tr("Image by image"))
        self.detail, self.beside = QWidget(), QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(10)
        column.addLayout(self._bar())
        for label in (self.figures, self.note):
            column.addWidget(label)
        column.addWidget(self.classes)
        column.addWidget(self.detail)
        column.addWidget(self.beside)
        column.addStretch(1)
        charts = QHBoxLayout()
        charts.setSpacing(16)
        for chart in self.curves:
            charts.addWidget(chart)
        explained = _wrapping(self.tr("A click on a cell shows its objects side by side, one on a class all of them."))
        beneath = (self.open_class, charts, heading(self.tr("Confusion matrix")), explained, self.confusion)
        _stack(self.detail, *beneath)
        _stack(self.beside, heading(self.tr("Image by image")), self.paired, self.images)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner, self.tr("Evaluation")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _bar(self) -> QGridLayout:
        """Which evaluation, which of its models, and the way to a new one."""
        bar = QGridLayout()
        bar.setHorizontalSpacing(10)
        for row, (name, field) in enumerate(((self.tr("Evaluation"), self.which), (self.tr("Model"), self.models))):
            label = PlainLabel(name)
            label.setBuddy(field)
            field.setAccessibleName(name)
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(24)
            bar.addWidget(label, row, 0)
            bar.addWidget(field, row, 1)
        bar.addWidget(self.start, 0, 2)
        bar.setColumnStretch(1, 1)
        return bar

    def _connect(self) -> None:
        for table in (self.classes, self.images):
            table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for button in (self.start, self.open_class):
            button.setAutoDefault(False)
        self.start.clicked.connect(lambda: self._host.open_form("evaluate"))
        self.which.currentIndexChanged.connect(self._read)
        self.models.currentIndexChanged.connect(self._show_model)
        self.classes.currentCellChanged.connect(lambda *_where: self._show_curves())
        self.classes.opened.connect(lambda *_where: self._open_class())
        self.classes.cellDoubleClicked.connect(lambda *_where: self._open_class())
        self.open_class.clicked.connect(self._open_class)
        self.confusion.chosen.connect(self._open_cell)
        self.confusion.class_chosen.connect(self._open_labelled)
        for signal in (self.images.opened, self.images.cellClicked):
            signal.connect(lambda row, _column: self._open_image(row))
        self._host.broadcast.outside.connect(self._on_outside)  # by name: Qt lets go of it with the page
        on_language_change(self, self._show_all)

    @property
    def heading(self) -> str:
        """What the page is called."""
        return self.tr("Evaluation")

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 200)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show_all()  # charts and cells have colours of their own

    # --- what is known --------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """List what is on record now; what was looked at stays, unless something newer came."""
        session = self._host.session
        if session is None:
            return
        before, self._heads = self._heads, record.heads(session)
        if before == self._heads and self._found is not None:
            return
        with QSignalBlocker(self.which):
            self.which.clear()
            for head in self._heads:
                at = QDateTime.fromSecsSinceEpoch(int(head.time.timestamp()))
                time = QLocale().toString(at, QLocale.FormatType.ShortFormat)
                self.which.addItem(f"{time}   {', '.join(head.models)}")
        self._read()

    def leave(self) -> None:
        """Nothing goes on here."""

    def _on_outside(self) -> None:
        """A job has written, perhaps what was measured."""
        if self.isVisible():
            self.refresh()

    def _read(self) -> None:
        """Read the evaluation that is chosen."""
        session, place = self._host.session, self.which.currentIndex()
        if session is None:
            return
        self._found = record.measured(session, self._heads[place].event) if 0 <= place < len(self._heads) else None
        with QSignalBlocker(self.models):
            self.models.clear()
            self.models.addItems([one.name for one in self._found.models] if self._found else [])
            self.models.setCurrentIndex(self.models.count() - 1)  # the newest
        self._show_all()

    @property
    def model(self) -> MeasuredModel | None:
        """The model that is looked at."""
        place = self.models.currentIndex()
        return self._found.models[place] if self._found is not None and 0 <= place < len(self._found.models) else None

    def _show_all(self) -> None:
        for widget in (self.which, self.models, self.classes):
            widget.setEnabled(self._found is not None)
        self._show_model()

    def _show_model(self) -> None:
        model, found = self.model, self._found
        for part in (self.figures, self.classes):
            part.setVisible(model is not None)
        self.detail.setVisible(model is not None and model.matches is not None)
        self.beside.hide()
        if model is None or found is None:
            self.note.setText(
                self.tr("No model was measured yet. Reserve real images for gold, verify them, then press Evaluate.")
            )
            self.note.show()
            return
        told = [f"{name} {value:.3f}" for name, value in model.figures.items()]
        on = self.tr("gold images: {n}").format(n=f"{found.images:,}")
        self.figures.setText("   ".join([*told, on]))
        place = self.models.currentIndex()
        sentence = messages.said(found.sentences[place - 1]) if 0 < place <= len(found.sentences) else ""
        self.note.setText(sentence if model.matches is not None else self._old(sentence))
        self.note.setVisible(bool(self.note.text()))
        heads = [self.tr("Class"), self.tr("Objects"), model.metric, self.tr("Recall"), self.tr("Precision")]
        self.classes.show_rows(heads, [self._row(one) for one in model.classes])
        if model.matches is not None:
            self._show_curves()
            self.confusion.show_counts([one.name for one in model.classes], record.confusion(model))
            self._show_pairs(found.models[0], model)

    def _old(self, sentence: str) -> str:
        old = self.tr("This was measured before single objects were kept; evaluate again to see curves and confusions.")
        return f"{sentence}\n{old}" if sentence else old

    def _row(self, one: MeasuredClass) -> list[str]:
        return [one.name, f"{one.objects:,}", *(self._figure(one, name) for name in FIGURES)]

    def _figure(self, one: MeasuredClass, name: str) -> str:
        value, found = getattr(one, name), one.ranges.get(name)
        if value is None:
            return "–"
        return f"{value:.2f}" if found is None else f"{value:.2f}  ({found[0]:.2f} – {found[1]:.2f})"

    @property
    def chosen_class(self) -> int:
        """Which class is current in the table; -1 for none."""
        return self.classes.currentRow()

    def _show_curves(self) -> None:
        model, place = self.model, self.chosen_class
        if model is None or model.matches is None or not 0 <= place < len(model.classes):
            return
        one = model.classes[place]
        for chart in self.curves:
            chart.setVisible(bool(one.said))
        told = one.right, one.said, one.objects, (one.recall, one.precision)
        recall, precision, conf = self.tr("Recall"), self.tr("Precision"), self.tr("Confidence")
        over = self.tr("Precision over recall: {name}").format(name=one.name)
        self.curves[0].show_curve(over, precision_recall(*told), across=recall, up=precision)
        by = self.tr("F1 by confidence: {name}").format(name=one.name)
        self.curves[1].show_curve(by, f1_by_confidence(*told, model.cut), across=conf, up="F1")

    def _show_pairs(self, old: MeasuredModel, new: MeasuredModel) -> None:
        self._pairs = [] if old is new or old.matches is None else record.image_pairs(old, new)
        self.beside.setVisible(bool(self._pairs))
        session = self._host.session
        if not self._pairs or session is None:
            return
        better, worse = (sum(sign * one.gain > 0 for one in self._pairs) for sign in (1, -1))
        same = len(self._pairs) - better - worse
        said = self.tr("{new} beside {old}, images: better {better}, worse {worse}, alike {same}.")
        self.paired.setText(said.format(new=new.name, old=old.name, better=better, worse=worse, same=same))
        self._pairs = self._pairs[:MOST_IMAGES]
        here = record.gold_images(session)
        heads = [self.tr("Image"), self.tr("Objects"), self.tr("Found"), self.tr("Wrong"), self.tr("Better by")]
        self.images.show_rows(heads, [self._pair(one, here) for one in self._pairs])

    def _pair(self, one: ImagePair, here: dict[str, SeenImage]) -> list[str]:
        image = here.get(one.image)
        name = image.name if image is not None else self.tr("not gold any more")
        found, wrong = (f"{old} → {new}" for old, new in (one.found, one.wrong))
        return [name, str(one.objects), found, wrong, f"{one.gain:+d}" if one.gain else "0"]

    # --- what one can do ------------------------------------------------------------------------------------

    def _open_class(self) -> None:
        if self.chosen_class >= 0:
            self._open_labelled(self.chosen_class)

    def _open_labelled(self, true: int) -> None:
        self._open(lambda labelled, _said: labelled == true)

    def _open_cell(self, true: int, said: int) -> None:
        self._open(lambda *pair: pair == (true, said))

    def _open(self, wanted: Callable[[int, int], bool]) -> None:
        """Show objects in the crop grid."""
        model, session = self.model, self._host.session
        if model is None or model.matches is None or session is None:
            return
        some = record.matches_of(model, wanted)
        crops = record.crops_of(session, model, some[:MOST_OBJECTS])
        if not crops:
            text = self.tr("These images are not gold any more.") if some else self.tr("There is no object here.")
            self._say(text, "note")
            return
        self._host.pages.leave()
        page = self._host.review_page
        page.close_grid()  # another may be open behind
        page.open_grid().begin_with(crops)
        text = ""
        if len(some) > MOST_OBJECTS:
            text = self.tr("The first {n} of {all} are shown.").format(n=f"{MOST_OBJECTS:,}", all=f"{len(some):,}")
        elif some[0].true == NOTHING:
            text = self.tr("What the model said where no object is labelled; nothing here can be decided on.")
        if text:
            page.message.say(text, "note")

    def _open_image(self, row: int) -> None:
        session = self._host.session
        image = record.gold_images(session).get(self._pairs[row].image) if session is not None else None
        if image is None:
            self._say(self.tr("These images are not gold any more."), "note")
            return
        self._host.pages.leave()
        self._host.review_page.state.show_image(image.id)


def _stack(into: QWidget, *parts: QWidget | QHBoxLayout | PlainLabel) -> None:
    column = QVBoxLayout(into)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for part in parts:
        if isinstance(part, QHBoxLayout):
            column.addLayout(part)
        elif isinstance(part, QPushButton):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(part)


def _wrapping(text: str = "") -> PlainLabel:
    label = PlainLabel(text)
    label.setWordWrap(True)
    return label
