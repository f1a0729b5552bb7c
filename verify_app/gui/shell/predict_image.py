"""Letting a model look without asking more: at the image in front, or at what is missing."""

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


def record_looks(host: Host) -> None:
    """Let the project's model for that look at the images of which it is not known what they look like."""
    if host.session is not None:
        title = QCoreApplication.translate("MainWindow", "Record how images look")
        host.jobs.start(title, commands.embeddings(host.session))
