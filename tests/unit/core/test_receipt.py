"""Receipts read back as they were written, byte for byte."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify_app.core.errors import UserError
from verify_app.core.receipt.receipt import (
    Completion,
    ImageRecord,
    LabelRecord,
    ModelEntry,
    Outcome,
    Parent,
    PolicyRule,
    Receipt,
    Settled,
    Since,
    canonical,
    image_line,
    parse_image,
    parse_receipt,
    receipt_bytes,
)
from verify_app.core.vocabulary import ActorKind, Door, Grade, Origin, Split, Task

digests = st.text("0123456789abcdef", min_size=64, max_size=64)
# names of files need not be valid Unicode: Python hands them on as lone surrogates
words = st.text(st.characters(), max_size=12)
counts = st.integers(0, 2**40)
many = st.dictionaries(words, counts, max_size=3)

behind = st.lists(words, max_size=2).map(tuple)
kinds, doors = st.sampled_from(ActorKind), st.sampled_from(Door)
labels = st.builds(LabelRecord, counts, st.sampled_from(Grade), st.none() | words, behind) | st.builds(
    LabelRecord, counts, st.sampled_from(Grade), words, behind, kinds, doors
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
    words,
    st.none() | st.builds(Completion, words, st.sampled_from(Grade), kinds, doors),
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
    sample=st.booleans(),
    schema=st.sampled_from([1, 2]),
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


@pytest.mark.parametrize(
    ("label", "wrong"),
    [
        ("[0]", "is not \\[class"),
        ('[0,"accepted","ann","human"]', "'models'"),
        ('[0,"accepted","ann","human",null]', "'door'"),
        ('[0,"accepted","ann","person","window"]', "'kind'"),
        ('[0,"accepted","ann","human","backdoor"]', "'door'"),
        ('[true,"accepted","ann","human","window"]', "'index'"),
        ('[0,"certain","ann"]', "'grade'"),
        ('[0,"accepted","ann","human","window","m"]', "'models'"),
        ('[0,"accepted","ann","human","window",[],1]', "is not \\[class"),
    ],
)
def test_a_label_that_says_anything_else_is_refused(label: str, wrong: str):
    record = ImageRecord("f", "0" * 64, "", 1, 1, 1, "s", (), Origin.REAL, Split.TRAIN, True, ())
    line = image_line(record).replace(b'"labels":[]', f'"labels":[{label}]'.encode())
    with pytest.raises(UserError, match=wrong):
        parse_image(line, 1)


@pytest.mark.parametrize(
    "said", ['["ann","accepted","human"]', '["ann","accepted","human","door"]', '"ann"', "[1,2,3,4]"]
)
def test_a_completion_that_says_anything_else_is_refused(said: str):
    record = ImageRecord("f", "0" * 64, "", 1, 1, 1, "s", (), Origin.REAL, Split.TRAIN, True, ())
    with pytest.raises(UserError):
        parse_image(image_line(record).replace(b'"file"', f'"complete":{said},"file"'.encode()), 1)


RECEIPT = Receipt(
    Task.DETECT,
    ("bolt",),
    (PolicyRule("min_real_share", "soft", "1/2"),),
    (Outcome("min_real_share", "soft", "1/2", "3/4", True),),
    "trim",
    1,
    "80/10/10",
    "none",
    {"images": {"train": {"all": 3}}},
    {"stale": 2},
    (ModelEntry("m", "0" * 64, 1, 0, 4),),
    Parent("v1", "0" * 64),
    "0" * 64,
    {"data.yaml": "0" * 64},
    since=Since({"0": 2}, (Settled("a.jpg", 0, 2, "removed", "ann"),), 1, 0, 2, 3),
)


@pytest.mark.parametrize(
    ("was", "put", "sentence"),
    [
        ('"seed":1', '"seed":true', "'seed' in receipt.json is missing or not a whole number from 0 on."),
        ('"seed":1', '"seed":1.0', "'seed' in receipt.json is missing or not a whole number from 0 on."),
        ('"seed":1', '"seed":-1', "'seed' in receipt.json is missing or not a whole number from 0 on."),
        ('"seed":1', f'"seed":{2**53 + 1}', "'seed' in receipt.json is missing or not a whole number from 0 on."),
        ('"seed":1', '"seed":NaN', "Receipt.json is not valid JSON."),
        ('"seed":1', '"seed":1' + "0" * 5000, "Receipt.json is not valid JSON."),
        ('"seed":1', '"seed":' + "[" * 100_000, "Receipt.json is not valid JSON."),
        ('"seed":1', r'"seed":1,"\ud800":1', "Receipt.json is not valid JSON."),
        ('"seed":1,', "", "'seed' in receipt.json is missing."),
        ('"mode":"trim"', '"mode":3', "'mode' in receipt.json is missing or not a text."),
        ('"holds":true', '"holds":1', "'outcomes[0].holds' in receipt.json is missing or not true or false."),
        ('"name":"m",', "", "'models[0].name' in receipt.json is missing."),
        ('"name":"m",', '"name":"m","proof":[],', "'models[0].proof' in receipt.json is missing or not a text."),
        ("0" * 64, "0" * 63 + "G", "'composition' in receipt.json is missing or not a SHA-256."),
        ("0" * 64, "0" * 64 + r"\n", "'composition' in receipt.json is missing or not a SHA-256."),
        ('"overrides":[],', "", "'overrides' in receipt.json is missing."),
        (
            '"task":"detect"',
            '"task":"guess"',
            "'task' in receipt.json is missing or not one of detect, segment, obb, pose, classify.",
        ),
        ('"stale":2', '"stale":"2"', "'left_out[...]' in receipt.json is missing or not a whole number from 0 on."),
        (',"ann"]', "]", "'since.settled[0]' in receipt.json is missing or not a list of 5."),
        (',"ann"]', ',"ann",1]', "'since.settled[0]' in receipt.json is missing or not a list of 5."),
        ('"rules":3', '"rules":4', "receipt.json has rules 4, this program knows 3; update it."),
        ('"seed":1', '"seed":1,"skeleton":null', "'skeleton' in receipt.json is missing or not what belongs there."),
    ],
)
def test_a_receipt_that_says_anything_else_is_refused(was: str, put: str, sentence: str):
    text = json.dumps(json.loads(receipt_bytes(RECEIPT)), separators=(",", ":"))
    assert was in text and parse_receipt(text.encode()) == RECEIPT
    with pytest.raises(UserError) as refused:
        parse_receipt(text.replace(was, put, 1).encode())
    assert str(refused.value) == sentence
