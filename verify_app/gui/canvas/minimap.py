"""The whole picture, small, in a corner of the canvas while only a part of it is on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from verify_app.gui import theme
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.canvas.input import zoom_factor
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.images.frame import Frame
from verify_app.gui.images.tone_adjustment import NEUTRAL

MOST, LEAST, SHARE = 180, 60, 0.22
"""Screen pixels of its longer side at most and at least, and its share of the canvas between."""
GAP = 8
ALMOST = 0.5
SHADE = QColor(0, 0, 0, 110)


class Minimap(QWidget):
    """Shows which part of the picture is looked at; a click or a drag goes elsewhere.

    It stands in the corner where it covers the least of what is selected, and in none where it would cover what the
    program has just brought into view. What it covers does not count as seen (`Zoom.cover`). While something is drawn
    it leaves the corner that the pointer comes to.
    """

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas, self._on, self._corner = canvas, True, 0
        self._picture = QPixmap()
        self._frame: Frame | None = None
        self._how = NEUTRAL, QSize()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        canvas.zoomed.connect(self.refresh)
        for bar in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
            bar.valueChanged.connect(lambda _value: self._soon.start())
        canvas.picture.changed = self._soon.start
        on_language_change(self, self._name)
        self.hide()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Minimap"))

    def switch(self, on: bool) -> None:
        """Whether there is one at all."""
        self._on = on
        self.refresh()

    # --- where it stands ------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Follow the view, the picture and what is selected."""
        if not self._on or not self._canvas.usable or self._fits():
            self._leave()
            return
        self.resize(self._wanted_size())
        corners = self._corners()
        self._corner = min(range(len(corners)), key=lambda i: (self._covers(corners[i]), i != self._corner))
        if self._covers_meant(corners[self._corner]):
            self._leave()
        else:
            self._stand(corners[self._corner])

    def _fits(self) -> bool:
        width, height = self._canvas.image_size
        place = self._canvas.viewportTransform().mapRect(QRectF(0, 0, width, height))
        view = QRectF(self._canvas.viewport().rect())
        return view.adjusted(-ALMOST, -ALMOST, ALMOST, ALMOST).contains(place)

    def _wanted_size(self) -> QSize:
        width, height = self._canvas.image_size
        view = self._canvas.viewport().size()
        longer = max(LEAST, min(MOST, SHARE * min(view.width(), view.height() * 1.5)))
        scale = longer / max(width, height)
        return QSize(max(round(width * scale), 12), max(round(height * scale), 12))

    def _corners(self) -> list[QRect]:
        """The lower right one first: what is written at the top of the picture stays free."""
        view, size = self._canvas.viewport().rect(), self.size()
        right, down = view.width() - size.width() - GAP, view.height() - size.height() - GAP
        return [QRect(QPoint(x, y), size) for x, y in ((right, down), (GAP, down), (right, GAP), (GAP, GAP))]

    def _covers(self, place: QRect) -> float:
        """How much of what matters lies under it there: what was brought into view before what is selected."""
        under = (self._canvas.box_on_screen(i.region) & QRectF(place) for i in self._canvas.objects.selection)
        return 1e6 * self._covers_meant(place) + sum(part.width() * part.height() for part in under)

    def _covers_meant(self, place: QRect) -> float:
        meant = self._canvas.zoom.meant
        if meant is None:
            return 0.0
        part = self._canvas.box_on_screen(meant) & QRectF(place)
        return part.width() * part.height()

    def _stand(self, place: QRect) -> None:
        self.move(place.topLeft())
        self._picture_anew()
        if self.isHidden():
            self.raise_()
            self.show()
        self.update()
        self._tell(place)

    def _leave(self) -> None:
        self.hide()
        self._tell(None)

    def _tell(self, place: QRect | None) -> None:
        zoom = self._canvas.zoom
        if place != zoom.cover:
            around = (place or zoom.cover or QRect()).adjusted(-1, -1, 1, 1)
            zoom.cover = place
            self._canvas.viewport().update(around)  # so that what is seen from now on is noted

    # --- the picture ----------------------------------------------------------------------------------------

    def _picture_anew(self) -> None:
        frame, tones = self._canvas.picture.shown
        how = tones, self.size() * self.devicePixelRatioF()
        if frame is not self._frame or how != self._how:
            self._frame, self._how = frame, how
            self._picture = QPixmap.fromImage(self._canvas.picture.small(how[1]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole, view = QRectF(self.rect()), self._seen()
        painter.drawPixmap(self.rect(), self._picture)
        painter.fillRect(QRectF(0, 0, whole.width(), view.top()), SHADE)
        painter.fillRect(QRectF(0, view.bottom(), whole.width(), whole.bottom() - view.bottom()), SHADE)
        painter.fillRect(QRectF(0, view.top(), view.left(), view.height()), SHADE)
        painter.fillRect(QRectF(view.right(), view.top(), whole.right() - view.right(), view.height()), SHADE)
        for colour, by in ((QColor("#000000"), 0.5), (QColor("#FFFFFF"), 1.5)):
            painter.setPen(QPen(colour, 1))
            painter.drawRect(view.adjusted(by, by, -by, -by))
        painter.setPen(QPen(theme.colour("quiet"), 1))
        painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))

    def _seen(self) -> QRectF:
        """What is looked at, in pixels of the map; never so small that it could not be made out."""
        left, top, right, bottom = self._canvas.zoom.view.rect
        across, down = self.width() / self._canvas.image_size[0], self.height() / self._canvas.image_size[1]
        view = QRectF(QPointF(left * across, top * down), QPointF(right * across, bottom * down)) & QRectF(self.rect())
        if view.width() < 6 or view.height() < 6:
            middle = view.center()
            view.setSize(view.size().expandedTo(QSize(6, 6)))
            view.moveCenter(middle)
        return view

    # --- the mouse ------------------------------------------------------------------------------------------

    def _go(self, at: QPointF) -> None:
        width, height = self._canvas.image_size
        x = min(max(at.x() / self.width(), 0.0), 1.0) * width
        y = min(max(at.y() / self.height(), 0.0), 1.0) * height
        self._canvas.zoom.center(x, y)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._canvas.zoom_by(zoom_factor(event))
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        if self._canvas.tool.id != "select":  # where one draws it is in the way
            corners = self._corners()
            others = [i for i in range(len(corners)) if i != self._corner]
            self._corner = min(others, key=lambda i: self._covers(corners[i]))
            self._stand(corners[self._corner])
