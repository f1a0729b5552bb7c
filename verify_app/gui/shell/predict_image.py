"""Predicting the image in front with the newest model."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from verify_app.app import jobs as commands
from verify_app.gui.shell.host import Host


def predict_image(host: Host) -> None:
    """Let the newest model look at the image in front; says so when there is none."""
    session, review = host.session, host.review_page.state.review
    if session is None or review is None:
        return
    translate = QCoreApplication.translate
    models = session.project.read.models()
    if not models:
        text = translate("MainWindow", "There is no model in this project yet; Project › Predict adds one.")
        host.say(text, "warn")
        return
    command = commands.predict(session, models[-1].name, which="all", images=[review.name])
    host.jobs.start(translate("MainWindow", "Predict this image"), command)
