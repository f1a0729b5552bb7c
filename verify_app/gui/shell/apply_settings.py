"""Shows at once what a change of the settings means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QMenu

from verify_app.app.settings import Settings
from verify_app.core.heavy import Late
from verify_app.gui import theme
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.key_presets import chosen_keys

if TYPE_CHECKING:
    from verify_app.gui.i18n import language
else:
    language = Late("verify_app.gui.i18n.language")  # never for English

_SIZE = "verify-app font size"
SWITCHES = {
    **{name: name for name in ("names", "confidence", "crosshair", "grid", "thumbnails", "minimap")},
    "aim": "follow",
}
"""Actions that are ticked while a setting of the view is on."""


def begin(settings: Settings) -> None:
    """Dress the program as the settings say, before anything is shown. The defaults cost nothing."""
    app = _app()
    if settings.theme != theme.chosen(app):
        theme.choose(app, settings.theme)
    if settings.class_colours != theme.COLOURS[0] or settings.class_colours != theme.class_colours():
        theme.choose_class_colours(app, settings.class_colours)
    if settings.font_scale != 100 or app.property(_SIZE):
        _scale_font(app, settings.font_scale)
    code = settings.language or QLocale.system().name()
    if code not in ("en", "C", "en_US", "en_GB") or app.property("verify-app language"):
        language.install(app, language.wanted(settings.language))


def add_languages(host: Host, menu: QMenu) -> None:
    """The languages to choose from, at the end of a menu."""
    language.add_menu(host, menu)


def keys_of(settings: Settings) -> dict[str, str]:
    """Action id to keys where they are not the table's: the preset's, and the person's own on top."""
    if settings.preset in ("", "verify-app"):
        return settings.keys
    return chosen_keys(settings)


def apply(host: Host, before: Settings, now: Settings) -> None:
    """Follow a change of settings without a restart."""
    app = _app()
    if before.theme != now.theme:
        theme.choose(app, now.theme)
    if before.class_colours != now.class_colours:
        theme.choose_class_colours(app, now.class_colours)
        recolour(host)
    if before.font_scale != now.font_scale:
        _scale_font(app, now.font_scale)
    if (before.preset, before.keys) != (now.preset, now.keys):
        host.take_keys()
    if before.language != now.language:
        language.switch(host.widget, language.wanted(now.language))
    if before.view != now.view:
        show_view(host)
    host.settings_changed.emit(now)


def recolour(host: Host) -> None:
    """Show classes in the colours that are chosen now."""
    if host.open_page is not None:
        host.open_page.viewing.recolour()
    for widget in QApplication.allWidgets():
        widget.update()


# --- how the picture and its labels are shown -------------------------------------------------------------------


def show_view(host: Host) -> None:
    """Let the open page show labels and picture as the settings say, and the menu tick what is on."""
    view, page = host.settings.view, host.open_page
    for name, setting in SWITCHES.items():
        action = host.actions_by_id.get(name)
        if action is not None:
            action.setChecked(getattr(view, setting))
    if page is not None:
        page.viewing.set_view(view)


def toggle(host: Host, name: str) -> None:
    """Switch one of the yes-or-no settings of the view."""
    view = host.settings.view
    host.change_settings(view=replace(view, **{name: not getattr(view, name)}))


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _scale_font(app: QApplication, per_cent: int) -> None:
    """The system's text size times the person's; the first call remembers the system's."""
    if not app.property(_SIZE):
        app.setProperty(_SIZE, app.font().pointSizeF())
    font = app.font()
    font.setPointSizeF(float(app.property(_SIZE)) * per_cent / 100)
    app.setFont(font)
