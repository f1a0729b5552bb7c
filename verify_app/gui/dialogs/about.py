"""What this program is, its version and its licence."""

from __future__ import annotations

from verify_app import __version__
from verify_app.gui.dialogs.form import Form
from verify_app.gui.shell.host import Host


class About(Form):
    """A few words."""

    def __init__(self, host: Host) -> None:
        text = self.tr(
            "verify-app {version}\n\nReview what a YOLO26 model proposed, keep who verified what, and write datasets "
            "whose share of real, human-verified data is enforced.\n\nFree software under the AGPL-3.0. Every decision "
            "is saved at once in the project's folder; nothing leaves this computer unless you agree to it."
        )
        super().__init__(host, self.tr("About verify-app"), text.format(version=__version__))
