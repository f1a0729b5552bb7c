"""The model in use stands above the image; what an evaluation says is in the window's language."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from tests.gui.conftest import Hands
from verify_app.app.models import use_model
from verify_app.core.messages import M
from verify_app.gui.dialogs.evaluate import Evaluate
from verify_app.gui.shell.jobs import State


@pytest.mark.parametrize(("width", "said"), [(1900, "Model: model"), (900, "model")])
def test_the_model_is_named_above_the_image(hands: Hands, width: int, said: str) -> None:
    hands.window.resize(width, 700)
    label = hands.page.header.model
    hands.qtbot.waitUntil(label.isVisible)
    hands.qtbot.waitUntil(lambda: label._shown == said)
    assert label.text == "Model: model"
    assert "Nobody took it into use" in label.toolTip()
    title = hands.page.header.title
    assert label.width() == 0 or title.geometry().right() < label.geometry().left() + label.BEFORE


def test_a_model_that_is_taken_into_use_is_said_so(hands: Hands) -> None:
    label = hands.page.header.model
    hands.qtbot.waitUntil(label.isVisible)
    file = hands.state.session.folder / "models" / "none.onnx"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"weights")
    use_model(hands.state.session, "model")
    hands.state.look_outside()
    hands.page.count()
    assert "Nobody took it into use" not in label.toolTip()


def test_what_an_evaluation_says_follows_the_language(hands: Hands) -> None:
    form = hands.window.open_form("evaluate")
    assert isinstance(form, Evaluate)
    text = M("{image}: {by} removed a gold label ({cls}) after a model's answer was seen.", image="a", by="b", cls="c")
    form._ended(SimpleNamespace(state=State.DONE, text=text))  # type: ignore[arg-type]
    assert form.outcome.toPlainText() == text
    hands.window.change_settings(language="ja")
    said = form.outcome.toPlainText()
    hands.window.change_settings(language="en")
    assert said != text and "a" in said
    assert form.outcome.toPlainText() == text


def test_the_form_says_the_least_fall_that_gold_can_show(hands: Hands) -> None:
    form = hands.window.open_form("evaluate")
    assert isinstance(form, Evaluate) and not form.outcome.isVisibleTo(form)
    form.close()
    session = hands.state.session
    gear = {"objects": 200, "recall": 0.8, "value": 0.5}
    nut = {"objects": 0, "recall": None, "value": None}
    found = {"models": [{"classes": {"bolt": gear}}, {"classes": {"gear": gear, "nut": nut}}]}
    with session.project.transact(session.actor, "evaluate") as tx:
        tx.put("setting", "evaluation:one", {"value": json.dumps(found)})
    form = hands.window.open_form("evaluate")
    assert isinstance(form, Evaluate) and form.outcome.isVisibleTo(form)
    assert "gear: with 200 gold objects a fall in recall of" in form.outcome.toPlainText()
    assert not any(name in form.outcome.toPlainText() for name in ("bolt", "nut"))
    form._ended(SimpleNamespace(state=State.DONE, text="The new model is better."))  # type: ignore[arg-type]
    assert form.outcome.toPlainText() == "The new model is better."
