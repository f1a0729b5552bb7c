"""Receipts read back as they were written, byte for byte."""

from hypothesis import given
from hypothesis import strategies as st

from verify_app.core.receipt import (
    ImageRecord,
    LabelRecord,
    ModelEntry,
    Outcome,
    Parent,
    PolicyRule,
    Receipt,
    canonical,
    image_line,
    parse_image,
    parse_receipt,
    receipt_bytes,
)
from verify_app.core.vocabulary import Grade, Origin, Split, Task

digests = st.text("0123456789abcdef", min_size=64, max_size=64)
# names of files need not be valid Unicode: Python hands them on as lone surrogates
words = st.text(st.characters(), max_size=12)
counts = st.integers(0, 2**40)
many = st.dictionaries(words, counts, max_size=3)

labels = st.builds(
    LabelRecord, counts, st.sampled_from(Grade), st.none() | words, st.lists(words, max_size=2).map(tuple)
)
images = st.builds(
    ImageRecord,
    words,
    digests,
    digests,
    counts,
    counts,
    counts,
    words,
    st.lists(words, max_size=2).map(tuple),
    st.sampled_from(Origin),
    st.sampled_from(Split),
    st.booleans(),
    st.lists(labels, max_size=3).map(tuple),
)
receipts = st.builds(
    Receipt,
    st.sampled_from(Task),
    st.lists(words, max_size=3).map(tuple),
    st.lists(st.builds(PolicyRule, words, words, words), max_size=2).map(tuple),
    st.lists(st.builds(Outcome, words, words, words, words, st.booleans()), max_size=2).map(tuple),
    words,
    counts,
    words,
    words,
    st.dictionaries(words, st.dictionaries(words, many, max_size=2), max_size=2),
    many,
    st.lists(st.builds(ModelEntry, words, digests, counts, counts, counts), max_size=2).map(tuple),
    st.none() | st.builds(Parent, words, digests),
    digests,
    st.dictionaries(words, digests, max_size=2),
)


@given(receipts)
def test_a_receipt_reads_back(receipt):
    data = receipt_bytes(receipt)
    assert data.isascii() and parse_receipt(data) == receipt
    assert receipt_bytes(parse_receipt(data)) == data


@given(images)
def test_an_image_reads_back_from_one_line(record):
    line = image_line(record)
    assert line.count(b"\n") == 1 and line.endswith(b"\n")
    assert parse_image(line, 1) == record


def test_canonical_does_not_depend_on_the_order_of_keys():
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == b'{"a":"\\u00e9","b":1}\n'
