"""How well the reviewer at work catches errors: a private page, and how often this project tries them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSpinBox, QWidget

from verify_app.app.review import omission_odds, trials, trust
from verify_app.core.trials.trials import ErrorKind
from verify_app.gui.dialogs.form import Form, quiet
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.plain import PlainLabel
from verify_app.gui.shell.host import Host

if TYPE_CHECKING:
    from collections.abc import Callable

    from verify_app.app.review.trust import Notice
    from verify_app.monitor.trust import CatchRate

PERCENT = 100


class Trust(Form):
    """Shows nobody but whoever reviews now."""

    def __init__(self, host: Host) -> None:
        super().__init__(
            host,
            self.tr("How well you catch errors"),
            self.tr("From altered copies and blind images you met in this project. Only you see this page."),
        )
        on_language_change(self, self.fill)
        self.numbers: dict[str, QLabel] = {}
        grid = QWidget()
        self._grid = QGridLayout(grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._add_numbers()
        self.note = quiet("")
        for place, widget in enumerate((grid, self.note), start=1):
            self.body.insertWidget(place, widget)
        self.honeypots = self._share(self.tr("Altered copies before images"), lambda v: {"honeypots": v})
        self.blind = self._share(self.tr("Images drawn blind"), lambda v: {"blind": v})
        self.hidden = QSpinBox()
        self.hidden.setRange(0, PERCENT)
        self.hidden.setSuffix(" %")
        self.hidden.setKeyboardTracking(False)
        self.hidden.valueChanged.connect(self._set_hidden)
        self.row(self.tr("Hidden proposals are shown before an image is complete from a chance of"), self.hidden)
        self.keep_open()

    def _set_hidden(self, value: int) -> None:
        state = self.host.review_page.state
        state.run(lambda: omission_odds.set_least_chance(self.session, value / PERCENT))

    def _add_numbers(self) -> None:
        for name, text in (
            ("catch", self.tr("Errors caught")),
            (ErrorKind.SHIFTED.value, self.tr("   moved")),
            (ErrorKind.RELABELLED.value, self.tr("   another class")),
            (ErrorKind.INVENTED.value, self.tr("   invented")),
            (ErrorKind.DELETED.value, self.tr("   left out")),
            ("alarms", self.tr("Right objects refused")),
            ("undecided", self.tr("Left undecided")),
            ("blind", self.tr("Blind images")),
            ("pace", self.tr("Your pace")),
            ("accepting", self.tr("Accepted proposals")),
        ):
            number, row = PlainLabel(), self._grid.rowCount()
            number.setWordWrap(True)
            number.setAccessibleName(text.strip())
            self.numbers[name] = number
            self._grid.addWidget(PlainLabel(text), row, 0)
            self._grid.addWidget(number, row, 1)

    def _share(self, text: str, named: Callable[[float], dict[str, float]]) -> QSpinBox:
        field = QSpinBox()
        field.setRange(0, round(trials.MOST * PERCENT))
        field.setSuffix(" %")
        field.setSpecialValueText(self.tr("off"))
        field.setKeyboardTracking(False)
        field.valueChanged.connect(lambda value: self._set(named(value / PERCENT)))
        self.row(text, field)
        return field

    def _set(self, shares: dict[str, float]) -> None:
        self.host.review_page.state.run(lambda: trials.set_rates(self.session, **shares))

    # --- what is known --------------------------------------------------------------------------------------

    def fill(self) -> None:
        """Show what is known by now."""
        found, now = trust.trust_of(self.session), trials.rates(self.session)
        for field, share in ((self.honeypots, now.honeypots), (self.blind, now.blind)):
            with QSignalBlocker(field):
                field.setValue(round(share * PERCENT))
        with QSignalBlocker(self.hidden):
            self.hidden.setValue(round(omission_odds.least_chance(self.session) * PERCENT))
        say = {name: label.setText for name, label in self.numbers.items()}
        say["catch"](self._rate(found.catch))
        for error, rate in found.by_error.items():
            say[error.value](self._rate(rate) if rate.shown else "–")
        say["alarms"](self._rate(found.false_alarms) if found.false_alarms.shown else "–")
        say["undecided"](str(found.undecided))
        drawn = found.blind
        text = self.tr("{n} drawn, {settled} settled; added for the model: {missed}")
        say["blind"](text.format(n=drawn.images, settled=drawn.settled, missed=drawn.missed))
        say["pace"](self._pace(found.pace.seconds_per_image, found.pace.per_minute))
        accepting = found.dependence
        say["accepting"](self._of(accepting.accepted, accepting.decided))
        self.note.setText(self._noted(found.notice))
        self.note.setVisible(found.notice is not None)
        self.settle()

    def _rate(self, rate: CatchRate) -> str:
        if rate.rate is None:
            return self.tr("nothing known yet")
        text = self.tr("{caught} of {shown}: {rate} % ({low} % to {high} %)")
        low, high = rate.interval.low, rate.interval.high
        return text.format(
            caught=rate.caught,
            shown=rate.shown,
            rate=round(rate.rate * PERCENT),
            low=round(low * PERCENT),
            high=round(high * PERCENT),
        )

    def _of(self, some: int, of: int) -> str:
        return self.tr("{n} of {all}").format(n=some, all=of) if of else self.tr("nothing known yet")

    def _pace(self, seconds: float | None, per_minute: float | None) -> str:
        if seconds is None or per_minute is None:
            return self.tr("nothing known yet")
        text = self.tr("{seconds} s an image, {decisions} decisions a minute")
        return text.format(seconds=f"{seconds:.1f}", decisions=f"{per_minute:.1f}")

    def _noted(self, notice: Notice | None) -> str:
        if notice is None:
            return ""
        text = self.tr("The last {n} altered copies passed as shown. Take a break, or look again at what you did last.")
        return text.format(n=notice.missed)

    def showEvent(self, event: QShowEvent) -> None:
        self.say("")
        self.fill()
        super().showEvent(event)
