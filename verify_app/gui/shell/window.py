"""The main window, assembled of welcome page or review page, menus, meter and jobs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStatusBar, QVBoxLayout, QWidget

from verify_app.app import jobs as commands
from verify_app.app import settings as own
from verify_app.app.session import Session, login_name
from verify_app.core.errors import UserError
from verify_app.core.heavy import Late
from verify_app.core.vocabulary import Door
from verify_app.gui import icons
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.panels.meter import MeterBar
from verify_app.gui.panels.zoom_label import ZoomLabel
from verify_app.gui.review import key_hints
from verify_app.gui.review.image_menu import image_menu
from verify_app.gui.review.page import ReviewPage
from verify_app.gui.shell import actions as table
from verify_app.gui.shell import apply_settings, drag_drop, forms
from verify_app.gui.shell import open_project as opening
from verify_app.gui.shell.broadcast import Broadcast
from verify_app.gui.shell.menu_bar import MenuBar
from verify_app.gui.shell.page_stack import PageStack
from verify_app.storage.project_file import project_folder

if TYPE_CHECKING:
    from verify_app.gui.shell import welcome as welcome_page
    from verify_app.gui.shell.jobs import Job, Jobs
else:
    welcome_page = Late("verify_app.gui.shell.welcome")  # not needed to show a project

SIZE = (1600, 1000)
LEAST = QSize(860, 520)  # in this the bars over the picture still have room
SAVE_MS = 700


class MainWindow(QMainWindow):
    """Opened once; projects come and go in it."""

    settings_changed = Signal(object)
    """The person's settings are these now."""
    project_changed = Signal()
    """A project was opened or left."""
    refused = Signal(object)
    """A project's folder that was to be opened and could not be."""

    def __init__(self, *, reviewer: str = "") -> None:
        super().__init__()
        self.settings, complaint = own.read()
        apply_settings.begin(self.settings)
        self.reviewer = reviewer or self.settings.reviewer
        self.broadcast = Broadcast(self)
        self._jobs: Jobs | None = None
        self._page: ReviewPage | None = None
        self._welcome: welcome_page.WelcomePage | None = None
        self._forms: dict[str, QWidget] = {}
        self._leaving = False
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(SAVE_MS)
        self._save_soon.timeout.connect(self._save)
        self.setWindowTitle("verify-app")
        self.setWindowIcon(icons.application_icon())
        self.setAcceptDrops(True)
        self.table = table.with_keys(table.ACTIONS, apply_settings.keys_of(self.settings))
        self.actions_by_id = table.build(self, self.table)
        on_language_change(self, self._rename)
        self._build()
        self._enable()
        if complaint:
            QTimer.singleShot(0, self, lambda: self.say(complaint, "warn"))

    def _build(self) -> None:
        self._holder = QWidget()
        self._layout = QVBoxLayout(self._holder)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setCentralWidget(self._holder)
        self.pages = PageStack(self, self._layout)
        self.meter = MeterBar()
        self.zoom_label = ZoomLabel()
        bar = QStatusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self.meter, 1)
        bar.addPermanentWidget(self.zoom_label)
        self.setStatusBar(bar)
        bar.hide()
        self._menus = MenuBar(self)
        self.setMenuBar(self._menus)
        usual = self.screen().availableSize().boundedTo(QSize(*SIZE)) * 0.94
        self.setMinimumSize(usual.boundedTo(LEAST))
        if not self.restoreGeometry(QByteArray.fromBase64(self.settings.window.encode())):
            self.resize(usual)  # the first start, or a screen of quite another size

    def _enable(self) -> None:
        for action in self.table:
            on = not action.needs or (self._page is not None and action.needs == "project")
            self.actions_by_id[action.id].setEnabled(on)
        for name in ("labels", "list_panel", "label_panel"):
            self.actions_by_id[name].setChecked(True)
        apply_settings.show_view(self)

    # --- projects -------------------------------------------------------------------------------------------

    @property
    def widget(self) -> QWidget:
        """The window as a widget."""
        return self

    @property
    def session(self) -> Session | None:
        return self._page.state.session if self._page is not None else None

    @property
    def review_page(self) -> ReviewPage:
        """The review page; actions that use it are enabled only while there is one."""
        assert self._page is not None
        return self._page

    @property
    def open_page(self) -> ReviewPage | None:
        """The review page, where there is one."""
        return self._page

    @property
    def jobs(self) -> Jobs:
        """The background jobs; they and their panel are made when the first one starts."""
        from verify_app.gui.panels.jobs import JobPanel  # noqa: PLC0415  when the first one starts
        from verify_app.gui.shell.jobs import Jobs  # noqa: PLC0415

        if self._jobs is None:
            self._jobs = Jobs(lambda: commands.environment(self.session), self)
            self.job_panel = JobPanel(self._jobs)
            self._layout.addWidget(self.job_panel)
            self._jobs.ended.connect(self._on_job_ended)
        return self._jobs

    @property
    def busy(self) -> bool:
        """Whether a job runs."""
        return self._jobs is not None and bool(self._jobs.busy)

    def say(self, text: str, kind: str = "note") -> None:
        """A sentence in the message bar, or on the welcome page."""
        if self._page is None:
            self.welcome().say(text)
        elif not self.pages.say(text, kind):
            self._page.message.say(text, kind)

    def open_project(self, folder: Path) -> bool:
        """Open a project; what is open stays open when that fails."""
        folder = project_folder(folder)
        if self.session is not None and self.session.folder == folder:
            return True
        if self.busy:
            self.say(self.tr("A job is running; wait for it or cancel it before you open another project."), "warn")
            return False
        reviewer = self.reviewer or login_name()
        if self.session is not None and self.session.project.moved_to(folder):
            self.close_project()  # this very project, at its new place: it cannot have two owners
        try:
            session = Session.open_or_read(folder, reviewer, door=Door.WINDOW)
        except UserError as error:
            self.say(str(error), "warn")
            self.refused.emit(folder)
            return False
        self._leave_project()
        if not opening.show(self, session, self._show_project):
            return True
        first = not self.settings.recent and not self.settings.preset
        self._remember(own.with_recent(self.settings, folder))
        self.project_changed.emit()
        text, kind = key_hints.on_opening(session, named=bool(self.reviewer), first=first)
        if text:
            self.say(text, kind)
        return True

    def _show_project(self, session: Session) -> None:
        page = ReviewPage(
            session,
            self.broadcast,
            self.actions_by_id,
            threshold=self.settings.confidence,
            needs={action.id: action.needs for action in self.table},
        )
        page.metered.connect(self.meter.show_meter)
        page.canvas.zoomed.connect(self._show_zoom)
        page.menu_wanted.connect(self._image_menu)
        self._page = page
        page.state.image_changed.connect(self._wish)
        table.hang_on(page.canvas, self.actions_by_id, self.table)
        page.viewing.view_wanted.connect(lambda view: self.change_settings(view=view))
        if self.settings.panels:
            page.splitter.restoreState(QByteArray.fromBase64(self.settings.panels.encode()))
        if self._welcome is not None:
            self._welcome.hide()
        self._layout.insertWidget(0, page, 1)
        self._enable()
        self.statusBar().show()
        self.setWindowTitle(f"{session.folder.name} – verify-app")
        page.begin()

    def _leave_project(self) -> None:
        if self._jobs is not None:
            self._jobs.leave(project=self._page is not None)
        for form in self._forms.values():
            form.close()
            form.deleteLater()
        self._forms.clear()
        if self._page is None:
            return
        self.pages.close()
        page, self._page = self._page, None
        panels = _text(page.splitter.state_to_keep())
        self._remember(replace(self.settings, confidence=page.state.threshold, panels=panels))
        page.close_project()
        page.hide()
        page.deleteLater()
        self.statusBar().hide()
        self.setWindowTitle("verify-app")
        self._enable()
        self.project_changed.emit()

    def close_project(self) -> None:
        """Back to the welcome page."""
        if self.busy:
            self.say(self.tr("A job is running; wait for it or cancel it before you leave the project."), "warn")
            return
        self._leave_project()
        self.welcome().sentence.hide()
        self.show_welcome()

    def show_welcome(self) -> None:
        """Show the page with recent projects."""
        self.welcome().refresh()
        self.welcome().show()

    def welcome(self) -> welcome_page.WelcomePage:
        """The page with recent projects."""
        if self._welcome is None:
            self._welcome = welcome_page.WelcomePage(self)
            self._layout.insertWidget(0, self._welcome, 1)
        return self._welcome

    def set_reviewer(self, name: str) -> None:
        """Who decides from now on; remembered on this computer."""
        self.reviewer = " ".join(name.split())
        self._remember(replace(self.settings, reviewer=self.reviewer))

    def change_settings(self, **values: object) -> None:
        """Keep these settings, and show at once what they change."""
        before = self.settings
        now = replace(before, **values)  # type: ignore[arg-type]
        if now != before:
            self._remember(now)
            apply_settings.apply(self, before, now)

    def take_keys(self) -> None:
        """Bind the keys that the settings say."""
        self.table = table.with_keys(table.ACTIONS, apply_settings.keys_of(self.settings))
        table.rebind(self.actions_by_id, self.table)
        if self._page is not None:
            self._page.name_keys()

    def _rename(self) -> None:
        """Names of actions and menus: the language is another."""
        table.rename(self.actions_by_id, self.table)
        self._menus.rename()

    def _remember(self, settings: own.Settings) -> None:
        """Keep settings; they are written a moment later, and when the window closes."""
        self.settings = settings
        self._save_soon.start()

    def _save(self) -> None:
        self._save_soon.stop()
        try:
            own.save(self.settings)
        except UserError as error:
            self.say(str(error), "warn")

    # --- what actions call ------------------------------------------------------------------------------------

    def new_project(self) -> None:
        self.open_form("new_project")

    def choose_project(self) -> None:
        """Ask for a project's folder."""
        welcome_page.choose_project(self)

    def open_form(self, name: str, *, aside: bool = False) -> QWidget:
        """Open a form beside the work, made when first wanted; `aside` leaves the keys where they are."""
        form = self._forms.get(name)
        if form is None:
            form = forms.make(name, self)
            self._forms[name] = form
        form.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, aside)
        form.show()
        form.raise_()
        if not aside:
            form.activateWindow()
        return form

    def forget_form(self, name: str) -> None:
        """A form that is made anew next time."""
        form = self._forms.pop(name, None)
        if form is not None:
            form.close()
            form.deleteLater()

    def _image_menu(self, ids: list[int], at: QPoint) -> None:
        if ids:
            image_menu(self.review_page, ids).popup(at)

    def _show_zoom(self, scale: float) -> None:
        self.zoom_label.show_scale(scale * self.devicePixelRatioF())

    def _wish(self) -> None:
        """The image in front is predicted first while a run goes on."""
        if self._jobs is not None and self._jobs.running and self._page is not None:
            review = self._page.state.review
            if review is not None and not review.state.done:
                self._jobs.wish(review.id)

    def _on_job_ended(self, job: Job) -> None:
        if self._page is not None:
            self._page.state.look_outside()
        QApplication.alert(self)  # the task bar says so when the person is elsewhere
        if job.state.value == "failed":
            self._leaving = False  # not before the person has read why
        if self._leaving and not self.busy:
            self.close()

    # --- the window itself ------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = drag_drop.dropped(event.mimeData())
        if paths:
            drag_drop.take(self, paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.busy and not self._leaving and self._page is not None:
            event.ignore()
            self._ask_about_jobs()
            return
        if self._jobs is not None:
            self._jobs.stop_all()
        self._leave_project()
        self._remember(replace(self.settings, window=_text(self.saveGeometry())))
        self._save()
        event.accept()

    def _ask_about_jobs(self) -> None:
        titles = ", ".join(job.title for job in self.jobs.busy)
        question = self.tr("Still running: {jobs}.").format(jobs=titles)
        self.pages.leave()
        self.review_page.message.ask_choice(
            question,
            [
                (self.tr("Cancel it and close"), self._cancel_and_close),
                (self.tr("Close when it is done"), lambda: setattr(self, "_leaving", True)),
                (self.tr("Stay"), lambda: setattr(self, "_leaving", False)),
            ],
        )

    def _cancel_and_close(self) -> None:
        self._leaving = True
        for job in self.jobs.busy:
            job.cancel()
        if not self.busy:
            QTimer.singleShot(0, self.close)


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()
