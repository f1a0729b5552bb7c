"""What actions, forms and panels may ask of the window; they know this and not the window itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from verify_app.app.session import Session
from verify_app.app.settings import Settings
from verify_app.gui.shell.broadcast import Broadcast

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from verify_app.gui.review.page import ReviewPage
    from verify_app.gui.shell.action_table import Action
    from verify_app.gui.shell.jobs import Jobs
    from verify_app.gui.shell.page_stack import PageStack


class Host(Protocol):
    """The window, as those see it that live in it."""

    settings: Settings
    reviewer: str
    broadcast: Broadcast
    table: tuple[Action, ...]
    """The actions with the person's own keys."""
    actions_by_id: dict[str, QAction]
    pages: PageStack
    """The pages that take the place of the images for a while."""

    # --- what is open ---------------------------------------------------------------------------------------

    @property
    def widget(self) -> QWidget:
        """The window as a widget: the parent of what is shown beside it."""

    @property
    def session(self) -> Session | None:
        """The open project's session; None on the welcome page."""

    @property
    def open_page(self) -> ReviewPage | None:
        """The review page, where there is one."""

    @property
    def review_page(self) -> ReviewPage:
        """The review page, for those that are there only while there is one."""

    @property
    def jobs(self) -> Jobs:
        """The background jobs."""

    @property
    def busy(self) -> bool:
        """Whether a job runs."""

    @property
    def project_changed(self) -> SignalInstance:
        """Emitted when a project was opened or left."""

    @property
    def settings_changed(self) -> SignalInstance:
        """Emitted with the settings when they are others."""

    # --- what it does ---------------------------------------------------------------------------------------

    def say(self, text: str, kind: str = "note") -> None:
        """Say a sentence in the message bar, or on the welcome page."""

    def open_project(self, folder: Path) -> bool:
        """Open a project; what is open stays open when that fails."""

    def close_project(self) -> None:
        """Go back to the welcome page."""

    def show_welcome(self) -> None:
        """Show the page with recent projects."""

    def new_project(self) -> None:
        """Open the form for a new project."""

    def choose_project(self) -> None:
        """Ask for a project's folder."""

    def open_form(self, name: str, *, aside: bool = False) -> QWidget:
        """Open a form beside the work; `aside` leaves the keys where they are."""

    def forget_form(self, name: str) -> None:
        """A form is made anew next time."""

    def set_reviewer(self, name: str) -> None:
        """Who decides from now on; remembered on this computer."""

    def change_settings(self, **values: object) -> None:
        """Keep these settings, and show at once what they change."""

    def take_keys(self) -> None:
        """Bind the keys that the settings say."""

    def close(self) -> bool:
        """Close the window."""
