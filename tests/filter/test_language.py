"""Which issues does a filter choose, and what does it say of a filter that it cannot read?"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import positions
from positions.filter.index import RowIndex, fold
from positions.filter.language import FIELDS, Query, QueryFault, matching, parse
from tests.from_docstring import with_prelude
from tests.paths import HARBOUR

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison


@pytest.fixture(scope="module")
def harbour() -> Comparison:
    loaded = positions.load(HARBOUR)
    assert loaded.dossier is not None
    return positions.compare(loaded.dossier)


def chosen(words: str, comparison: Comparison) -> list[str]:
    query = parse(words)
    query.check(comparison)
    return [row.issue.id for row in matching(query, comparison)]


EVERYTHING = [
    "pay-rise",
    "notice",
    "agreement-length",
    "bonus",
    "cranes",
    "safety",
    "pensions",
    "shuttle",
]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", EVERYTHING),
        ("   ", EVERYTHING),
        # Words of the title, the topic, the id, and of what the cells say.
        ("roster", ["notice"]),
        ("ROSTER", ["notice"]),
        ("welfare", ["pensions", "shuttle"]),
        ("agreement-l", ["agreement-length"]),
        ("medic", ["safety"]),
        # Of a blank none: `cod` is in `uncoded`.
        ("silent", []),
        ("consultation", ["cranes"]),
        ("shift", ["bonus"]),
        ("red line", ["cranes"]),
        ('"30 days"', ["notice"]),
        ('"days 30"', []),
        ("30 days", ["notice"]),
        ("nowhere", []),
        # Fields.
        ("topic:pay", ["pay-rise", "notice", "agreement-length", "bonus"]),
        ('topic:"wel"', ["pensions", "shuttle"]),
        ("issue:notice", ["notice"]),
        ("issue:pay", ["pay-rise"]),
        ("kind:duration", ["notice", "agreement-length"]),
        ("kind:duration,text", ["notice", "agreement-length", "pensions", "shuttle"]),
        (
            "party:union",
            ["pay-rise", "notice", "agreement-length", "bonus", "cranes", "safety"],
        ),
        ("party:PA !party:DU", ["pensions"]),
        ("party:authority !party:dockers", ["pensions"]),
        ('party:"Port Authority" !party:"Dockers\' Union"', ["pensions"]),
        ("status:near", ["notice"]),
        ("status:N", ["notice"]),
        ("status:near,agreed", ["notice", "agreement-length"]),
        ("status:u", ["safety", "shuttle"]),
        ("STATUS:Near", ["notice"]),
        ("gap:condition", ["notice"]),
        ("gap:disclosure", ["safety", "pensions"]),
        ("blank:silent", ["pensions", "shuttle"]),
        # A report fills the blank on pensions, so that the cell is no longer blank.
        ("blank:undisclosed", ["safety", "shuttle"]),
        ("source:radio", ["pay-rise", "pensions"]),
        ('source:"Radio Vellis"', ["pay-rise", "pensions"]),
        # Not, and several at once.
        ("topic:pay !status:divided", ["notice", "agreement-length"]),
        ("!topic:pay !topic:work", ["pensions", "shuttle"]),
        ("!!roster", ["notice"]),
        ('!"30 days" kind:duration', ["agreement-length"]),
        # One of several.
        ("issue:notice,cranes", ["notice", "cranes"]),
        ("issue: notice", None),
        ('topic:"pay, work"', None),
        ("topic:welfare,work", ["cranes", "safety", "pensions", "shuttle"]),
        ("issue:notice or issue:cranes", ["notice", "cranes"]),
        ("roster OR medic", ["notice", "safety"]),
        ("topic:pay status:near or topic:welfare", ["notice", "pensions", "shuttle"]),
        ("topic:pay (status:near or status:agreed)", ["notice", "agreement-length"]),
        ("(status:near or status:agreed) topic:pay", ["notice", "agreement-length"]),
        ("!(topic:pay or topic:work)", ["pensions", "shuttle"]),
        ("!(topic:pay or !(topic:welfare or issue:cranes))", ["cranes", "pensions", "shuttle"]),
        ('((("30 days")) or (medic))', ["notice", "safety"]),
        ("cranes or (shuttle", None),
    ],
)
def test_which_issues_does_the_filter_choose(
    words: str, expected: list[str] | None, harbour: Comparison
) -> None:
    if expected is None:
        with pytest.raises(QueryFault):
            chosen(words, harbour)
    else:
        assert chosen(words, harbour) == expected


def test_the_words_to_mark_are_those_that_are_asked_for() -> None:
    terms = parse("a !b (c or !d) !(e !f !(g))").terms
    assert [(term.values[0], term.negated) for term in terms] == [
        *(("a", False), ("b", True), ("c", False), ("d", True), ("e", True), ("f", False)),
        ("g", False),
    ]


@pytest.mark.parametrize(
    ("words", "place", "sentence"),
    [
        ("a or", "or", "A side of `or` is missing."),
        ("or a", "or", "A side of `or` is missing."),
        ("a or or b", "or", "A side of `or` is missing."),
        ("a (or b)", "or", "A side of `or` is missing."),
        ("a (b", "(", "A bracket is not closed."),
        ("a !(b", "!", "A bracket is not closed."),
        ("a () b", "(", "The brackets are empty."),
        ("(a or b))", ")", "No bracket is open here."),
        (") a", ")", "No bracket is open here."),
        ("issue:, a", "issue:,", "`issue:` has no value."),
        ("(" * 30 + "a" + ")" * 30, "(", "Brackets are nested too deeply."),
    ],
)
def test_what_is_wrong_with_or_and_brackets(words: str, place: str, sentence: str) -> None:
    with pytest.raises(QueryFault) as caught:
        parse(words)
    fault = caught.value
    assert words[fault.position : fault.position + fault.length] == place
    assert fault.sentence == sentence


def test_a_quoted_or_is_a_word() -> None:
    assert parse('"or" a').terms[0].values == ("or",)


def test_brackets_inside_a_word_belong_to_it() -> None:
    assert [term.values for term in parse("f(x) (g(y) or h) a)").terms] == [
        ("f(x)",),
        ("g(y)",),
        ("h",),
        ("a)",),
    ]


@pytest.mark.parametrize(
    ("words", "place", "sentence", "suggestion"),
    [
        ("fund topik:pay", "topik", "There is no field `topik`", "Did you mean `topic`?"),
        ("wage:HEAD~3", "wage", "There is no field `wage`", "The fields are topic"),
        ("https://a.example", "https", "There is no field `https`", "Quote words"),
        ("status:devided", "devided", "There is no status `devided`.", "`divided`"),
        ("status:near,devided", "devided", "There is no status `devided`.", "`divided`"),
        ("status:q", "q", "There is no status `q`.", "It can be settled, agreed"),
        ("gap:timeing", "timeing", "There is no gap `timeing`.", "`timing`"),
        ("blank:secret", "secret", "There is no blank `secret`.", "It can be silent"),
        ("kind:durations", "durations", "There is no kind `durations`.", "`duration`"),
        ('one "two three', '"two three', "A quotation is not closed.", 'Add a `"`.'),
        ('topic:"', '"', "A quotation is not closed.", 'Add a `"`.'),
        ("one topic:", "topic:", "`topic:` has no value.", "`topic:finance`"),
        ("! one", "!", "`!` has no value.", "Name a word."),
        ('one ""', '""', "The quotation has no value.", "Name a word."),
        ("party:dokers", "dokers", "No party here is called `dokers`.", ""),
        ("party:prt", "prt", "No party here is called `prt`.", "Did you mean `port`?"),
        ("topic:wrok", "wrok", "No topic here is called `wrok`.", ""),
        ("issue:notise", "notise", "No issue here is called `notise`.", "`notice`"),
        ("source:gazete", "gazete", "No source here is called `gazete`.", "`gazette`"),
    ],
)
def test_what_is_wrong_with_the_filter_and_where(
    words: str, place: str, sentence: str, suggestion: str, harbour: Comparison
) -> None:
    with pytest.raises(QueryFault) as caught:
        chosen(words, harbour)
    fault = caught.value
    assert words[fault.position : fault.position + fault.length] == place
    assert sentence in fault.sentence
    assert suggestion in fault.suggestion


def test_every_field_has_a_meaning_and_an_example_that_can_be_read() -> None:
    for name, field in FIELDS.items():
        assert field.meaning
        (term,) = parse(field.example).terms
        assert term.field == name


def test_what_changed_is_asked_of_who_knows_it(harbour: Comparison) -> None:
    query = parse("changed:HEAD~3 !moved:away")
    for told in ({}, {("changed", "HEAD~3"): frozenset({"notice"})}):
        with pytest.raises(QueryFault) as caught:
            replace(query, told=told).check(harbour)
        assert "asks what changed" in caught.value.sentence
    told = {("changed", "HEAD~3"): frozenset({"notice"}), ("moved", "away"): frozenset({"bonus"})}
    known = replace(query, told=told)
    known.check(harbour)
    assert [row.issue.id for row in matching(known, harbour)] == ["notice"]
    assert query.asked("changed") == ("HEAD~3",)
    with pytest.raises(QueryFault, match="No by here is called"):
        parse("by:nobody").check(harbour)


def test_case_and_accents_do_not_matter() -> None:
    assert fold("Über") == fold("uber") == fold("UBER")
    assert fold("Зеленський") == fold("ЗЕЛЕНСЬКИЙ")


def test_an_id_in_full_is_not_taken_for_the_beginning_of_another(harbour: Comparison) -> None:
    issues = dict(harbour.dossier.issues)
    dossier = replace(
        harbour.dossier,
        issues={**issues, "notice-more": issues["notice"].model_copy(update={"id": "notice-more"})},
    )
    frames = {**dossier.frames, ("notice-more", ""): dossier.frames["notice", ""]}
    offer = dossier.memoranda["port-offer"]
    said = {**offer.positions, "notice-more": offer.positions["notice"]}
    memoranda = {**dossier.memoranda, offer.id: offer.model_copy(update={"positions": said})}
    longer = positions.compare(replace(dossier, frames=frames, memoranda=memoranda))
    assert chosen("issue:notice", longer) == ["notice"]
    assert chosen("issue:notic", longer) == ["notice", "notice-more"]


def test_a_source_that_the_dossier_lacks_is_passed_over(harbour: Comparison) -> None:
    dossier = replace(harbour.dossier, sources={})
    comparison = positions.compare(dossier)
    assert not RowIndex(comparison).sources(comparison.rows[0])


def test_two_thousand_rows_are_searched_at_once(harbour: Comparison) -> None:
    rows = tuple(
        replace(row, issue=row.issue.model_copy(update={"id": f"{row.issue.id}-{number}"}))
        for number in range(250)
        for row in harbour.rows
    )
    frames = {
        (f"{issue}-{number}", part): frame
        for number in range(250)
        for (issue, part), frame in harbour.dossier.frames.items()
    }
    dossier = replace(
        harbour.dossier, issues={row.issue.id: row.issue for row in rows}, frames=frames
    )
    comparison = replace(harbour, rows=rows, dossier=dossier)
    query = parse('roster !status:divided "30 days" gap:condition')
    matching(query, comparison)
    start = time.perf_counter()
    found = matching(query, comparison)
    assert time.perf_counter() - start < 0.25
    assert len(found) == 250


@given(st.text(alphabet='ab:!" ,topicstatusr()', max_size=30))
def test_any_text_is_a_filter_or_a_fault_that_lies_within_it(words: str) -> None:
    fault = None
    query = Query()
    try:
        query = parse(words)
    except QueryFault as caught:
        fault = caught
    if fault is None:
        assert (query == Query()) == (not words.strip())
        assert all(value.strip() for term in query.terms for value in term.values)
        return
    assert 0 <= fault.position <= len(words)
    assert 1 <= fault.length <= len(words) - fault.position
    assert fault.sentence


@pytest.mark.parametrize(
    ("words", "expected"),
    [("cod", ["quota"]), ("uncoded", []), ("blank:uncoded", ["quota", "truce"])],
)
def test_a_word_is_not_looked_for_in_the_names_of_blanks(words: str, expected: list[str]) -> None:
    text = with_prelude(
        """
        issues:
          quota: {topic: Fish, title: Cod, kind: duration}
          truce: {topic: War, title: Truce, kind: duration}
        memoranda:
          plan:
            {party: north, form: memorandum, date: 2025-06-01, sources: paper,
             positions: {quota: 3 days, truce: 3 days}}
        """
    )
    dossier = positions.loads(text).dossier
    assert dossier is not None
    assert chosen(words, positions.compare(dossier)) == expected
