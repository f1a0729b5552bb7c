"""Shows a project that was opened: one from elsewhere with a question, a damaged one not at all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from verify_app.app.session import Session, adopt
from verify_app.core.errors import UserError
from verify_app.gui import theme
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.plain import PlainLabel
from verify_app.gui.shell.host import Host


class ForeignBar(QWidget):
    """A line over the picture: the project is only read until its person says that it is theirs, or can write to it.

    Parameters
    ----------
    links : dict or None
        Its folders that lie elsewhere; None where nothing can be written to a project of one's own.
    """

    def __init__(
        self, links: dict[str, str] | None, agree: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._links = links
        self.words, self.mine = PlainLabel(), QPushButton()
        self.words.setWordWrap(True)
        self.mine.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.mine.clicked.connect(lambda _on: agree())
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(self.words, 1)
        row.addWidget(self.mine)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.colour("alternate"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self._say()
        on_language_change(self, self._say)

    def refusal(self) -> str:
        """What is said when something would be decided."""
        if self._links is None:
            return self.tr("The project is only shown, since its folder cannot be written to.")
        return self.tr("The project is only shown. Press “It is mine” above to work in it.")

    def _say(self) -> None:
        """Say it in the window's language."""
        said = self.tr("This project comes from elsewhere. It is only shown, and nothing in its folder is changed.")
        if self._links is None:
            said = self.tr("The folder of this project cannot be written to, so it is only shown.")
        where = self.tr("Its folder “{name}” lies in {place}.")
        said = " ".join([said, *(where.format(name=n, place=p) for n, p in (self._links or {}).items())])
        self.words.setText(said)
        self.mine.setText(self.tr("It is mine") if self._links is not None else self.tr("Look again"))
        self.mine.setAccessibleDescription(said)
        self.setAccessibleName(said)


def show(host: Host, session: Session, page: Callable[[Session], None]) -> bool:
    """Show a project that was opened, by `page`; a damaged one is closed again and said to be damaged."""
    try:
        page(session)
    except Exception as error:
        sentence = damage_of(session, error)
        if not sentence:
            raise
        with suppress(Exception):
            host.close_project()
        session.close()
        host.show_welcome()
        host.say(sentence, "bad")
        return False
    if (session.strangeness is not None or session.unwritable) and host.open_page is not None:
        links = session.strangeness.links if session.strangeness is not None else None
        bar = ForeignBar(links, lambda: _take(host, session), host.open_page)
        session.project.refusal = UserError(bar.refusal())
        host.open_page.center.add_above(bar)
    return True


def _take(host: Host, session: Session) -> None:
    """The person has said that the project is theirs, or has made it writable: open it to work in it."""
    folder: Path = session.folder
    try:
        if session.strangeness is not None:
            adopt(folder)
    except UserError as error:
        host.say(str(error), "warn")
        return
    host.close_project()
    if host.session is None and not host.open_project(folder):
        host.show_welcome()


def damage_of(session: Session | None, error: BaseException) -> str:
    """One sentence when the project is damaged, which is why something went wrong; empty when it is the program."""
    try:
        if session is not None:
            session.project.explain(error)
    except UserError as damaged:
        return str(damaged)
    except Exception:
        return ""  # whatever that was, the first error is the one to tell
    return ""
