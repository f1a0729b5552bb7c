"""The manual in the window: every page is reached, links lead on and back, words are found and marked."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from tests.gui.conftest import Hands
from verify_app.app.manual import INDEX, find, pages
from verify_app.core.resources import resource
from verify_app.gui.dialogs.manual import Manual


@pytest.fixture
def manual(hands: Hands) -> Manual:
    form = hands.window.open_form("manual")
    assert isinstance(form, Manual)
    return form


def titles(manual: Manual) -> list[str]:
    return [manual.list.item(row).text() for row in range(manual.list.count())]


def test_every_page_is_there_in_the_order_of_the_index(manual: Manual) -> None:
    files = {file.name for file in resource("manual").glob("*.md")}
    known = pages()
    assert {page.name for page in known} == files and known[0].name == INDEX
    assert titles(manual) == [page.title for page in known] and all(titles(manual))
    assert not any("<!--" in page.text for page in known), "what only tests read is not shown"
    for row, page in enumerate(known):
        manual.list.setCurrentRow(row)
        assert manual.page == page.name and page.title in manual.text.toPlainText()


def test_links_lead_to_pages_and_back_again(manual: Manual) -> None:
    for page in pages():
        for link in re.findall(r"\]\(([^)]+\.md)\)", page.text):
            manual.text.anchorClicked.emit(QUrl(link))
            assert manual.page == link, f"{page.name} → {link}"
    manual.list.setCurrentRow(0)
    manual.text.anchorClicked.emit(QUrl("words.md"))
    manual.back.click()
    assert manual.page == INDEX
    manual.text.anchorClicked.emit(QUrl("https://example.com/words"))
    manual.text.anchorClicked.emit(QUrl("../../README.md"))
    assert manual.page == INDEX, "nothing but the manual is opened"


def test_words_are_found_as_one_types_and_marked(manual: Manual) -> None:
    manual.search.setText("honeypot")
    shown = titles(manual)
    assert 0 < len(shown) < len(pages()) and shown == [
        f"{f.page.title}  ({f.times})" for f in find(pages(), "honeypot")
    ]
    manual.search.returnPressed.emit()
    assert "honeypot" in manual.text.toPlainText().casefold()
    marks = manual.text.extraSelections()
    assert marks and all(mark.cursor.selectedText().casefold() == "honeypot" for mark in marks)
    manual.search.setText("no such words anywhere")
    assert titles(manual) == [] and manual.none.isVisible()
    manual.search.clear()
    assert len(titles(manual)) == len(pages()) and not manual.text.extraSelections()


def test_every_word_must_be_there_and_titles_come_first() -> None:
    known = pages()
    assert all(
        "gold" in one.page.text.casefold() and "split" in one.page.text.casefold() for one in find(known, "gold split")
    )
    assert "receipt" in find(known, "RECEIPT")[0].page.title.casefold()
    assert find(known, "  ") == []
    assert all("receipt" in one.excerpt.casefold() and "\n" not in one.excerpt for one in find(known, "receipt"))


def test_pictures_come_from_its_own_folder_alone(manual: Manual) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert manual.text.loadResource(kind, QUrl("pictures/grid.png")) is not None
    for other in ("https://example.com/x.png", "file:///etc/hostname", "../icons/verify-app.png"):
        assert manual.text.loadResource(kind, QUrl(other)) is None
