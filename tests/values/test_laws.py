"""The algebra has laws, and every kind of value keeps them."""

from __future__ import annotations

import io
from collections import Counter
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from positions.values import KINDS, Relation, Stance, Unreadable
from tests.strategies import (
    CASES,
    FRAMES,
    UNION_KINDS,
    measurable_values,
    plain_data,
    union_of,
    values,
)
from tests.values.examples import differences_of

if TYPE_CHECKING:
    from positions.values import Value

every_kind = pytest.mark.parametrize("name", list(CASES))
MEETING = {Relation.SAME, Relation.WITHIN, Relation.CONTAINS, Relation.OVERLAPS}


def rank(answer: bool | None) -> int:
    return {False: 0, None: 1, True: 2}[answer]


def test_all_kinds_of_the_design_are_there_in_its_order() -> None:
    assert list(KINDS) == [
        "duration",
        "quantity",
        "exchange",
        "date",
        "choice",
        "checklist",
        "scale",
        "text",
    ]
    assert all(kind.name == name for name, kind in KINDS.items())


@every_kind
def test_a_kind_names_the_fields_that_its_frame_has(name: str) -> None:
    kind = CASES[name]
    fields = {"unit", "counts", "limit", "between", "verb", "options", "ordered", "items", "ends"}
    assert kind.needs | kind.takes <= fields
    assert not kind.needs & kind.takes
    assert all(getattr(FRAMES[name], field) for field in kind.needs)


@every_kind
def test_a_legend_is_a_sentence_and_only_a_scale_needs_one(name: str) -> None:
    assert bool(CASES[name].legend(FRAMES[name])) is (name == "scale")


@every_kind
@given(data=st.data())
def test_relation_swaps_with_its_sides(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    a, b = data.draw(values(name)), data.draw(values(name))
    assert kind.relate(a, b, frame) is kind.relate(b, a, frame).swapped


@every_kind
@given(data=st.data())
def test_a_measurable_value_is_the_same_as_itself(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    a = data.draw(measurable_values(name))
    assert kind.relate(a, a, frame) is Relation.SAME


@every_kind
@given(data=st.data())
def test_no_distance_is_told_to_a_figure_that_is_not_given(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    a, b = data.draw(values(name)), data.draw(values(name))
    if not (a.measurable and b.measurable):
        assert kind.distance(a, b, frame) is None


@pytest.mark.parametrize("name", ["duration", "quantity", "exchange"])
@given(data=st.data())
def test_a_refusal_is_zero_but_nothing_is_measured_from_it(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    zero = {"duration": "0 days", "quantity": "0", "exchange": "0 for 0"}[name]
    refusal, figure = kind.parse("none", frame), kind.parse(zero, frame)
    other = data.draw(measurable_values(name))
    assert kind.relate(refusal, figure, frame) is Relation.SAME
    relation = kind.relate(refusal, other, frame)
    assert relation is kind.relate(figure, other, frame)
    if relation is Relation.APART:
        assert kind.distance(refusal, other, frame) is None
        assert all(one.distance is None for one in differences_of(kind, refusal, other, frame))


@every_kind
@given(data=st.data())
def test_what_is_to_be_agreed_is_unknown_against_everything(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    unsettled = kind.parse("to be agreed", frame)
    for other in (data.draw(values(name)), unsettled):
        assert kind.relate(unsettled, other, frame) is Relation.UNKNOWN
        assert kind.meet([unsettled, other], frame) is None
    assert not unsettled.measurable


@every_kind
@given(data=st.data())
def test_one_outcome_that_is_not_given_stays_unknown_beside_itself(
    name: str, data: st.DataObject
) -> None:
    kind, frame = CASES[name], FRAMES[name]
    unspecified, other = kind.parse("unspecified", frame), data.draw(values(name))
    assert not unspecified.measurable
    assert kind.plain(unspecified, frame) == "unspecified"
    assert kind.relate(unspecified, unspecified, frame) is Relation.UNKNOWN
    assert kind.meet([unspecified, unspecified], frame) is None
    assert kind.relate(unspecified, other, frame) is not Relation.SAME
    assert kind.distance(unspecified, other, frame) is None
    assert kind.meet([unspecified], frame) is True


@every_kind
@given(data=st.data())
def test_same_is_transitive_and_keeps_every_other_relation(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    a, b, c = (data.draw(measurable_values(name)) for _ in range(3))
    if kind.relate(a, b, frame) is Relation.SAME:
        assert kind.relate(a, c, frame) is kind.relate(b, c, frame)


@every_kind
@given(data=st.data())
def test_a_part_of_a_part_is_a_part(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    a, b, c = (data.draw(measurable_values(name)) for _ in range(3))
    inside = {Relation.SAME, Relation.WITHIN}
    if kind.relate(a, b, frame) in inside and kind.relate(b, c, frame) in inside:
        assert kind.relate(a, c, frame) in inside


@every_kind
@given(data=st.data())
def test_distance_is_zero_exactly_where_they_meet(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    a, b = data.draw(measurable_values(name)), data.draw(measurable_values(name))
    relation, distance = kind.relate(a, b, frame), kind.distance(a, b, frame)
    if distance is not None:
        assert distance.figure >= 0
        assert (distance.figure == 0) is (relation in MEETING)
        assert distance == kind.distance(b, a, frame)
        assert distance.about is ("about" in distance.text)
    if name not in {"choice", "text"} and relation in MEETING:
        assert distance is not None


@pytest.mark.parametrize("name", UNION_KINDS)
@given(data=st.data())
def test_another_alternative_never_takes_you_further_away(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    a, b, more = (data.draw(measurable_values(name)) for _ in range(3))
    wider = union_of(name, a, more)
    before, after = kind.distance(a, b, frame), kind.distance(wider, b, frame)
    if before is not None and after is not None:
        assert after.figure <= before.figure
    assert rank(kind.meet([wider, b], frame)) >= rank(kind.meet([a, b], frame))


@pytest.mark.parametrize("name", UNION_KINDS)
@given(data=st.data())
def test_a_value_is_a_part_of_itself_and_more(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    a, more = data.draw(measurable_values(name)), data.draw(measurable_values(name))
    assume(not any("about" in str(kind.plain(one, frame)) for one in (a, more)))
    assert kind.relate(a, union_of(name, a, more), frame) in {Relation.SAME, Relation.WITHIN}


@every_kind
@given(data=st.data())
def test_meeting_of_two_agrees_with_their_relation(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    a, b = data.draw(values(name)), data.draw(values(name))
    relation = kind.relate(a, b, frame)
    if (a.measurable and b.measurable) or relation.meets is not None:
        assert kind.meet([a, b], frame) is relation.meets


@every_kind
@given(data=st.data())
def test_meeting_knows_no_order_and_more_parties_never_help(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    some = data.draw(st.lists(values(name), max_size=4))
    other = data.draw(values(name))
    met = kind.meet(some, frame)
    assert kind.meet(data.draw(st.permutations(some)), frame) is met
    assert kind.meet([*some, *some], frame) is met or not all(one.measurable for one in some)
    assert rank(kind.meet([*some, other], frame)) <= rank(met)


@every_kind
def test_nobody_disagrees_with_nobody(name: str) -> None:
    assert CASES[name].meet([], FRAMES[name]) is True


@every_kind
@given(data=st.data())
def test_what_is_printed_reads_as_the_same_value(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    a = data.draw(values(name))
    plain = kind.plain(a, frame)
    again = kind.parse(plain, frame)
    assert again == a
    assert hash(again) == hash(a)
    assert kind.plain(again, frame) == plain
    if kind.show(a, frame) == plain:
        assert kind.parse(kind.show(a, frame), frame) == a


@pytest.mark.parametrize("name", [name for name in CASES if name != "text"])
@given(data=st.data())
def test_what_is_printed_stands_in_yaml_without_quotes(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    plain = kind.plain(data.draw(values(name)), frame)
    assert yaml.load(block(plain), Loader=yaml.BaseLoader) == {"x": plain}


def block(plain: object) -> str:
    """Return plain data in YAML's block style, every scalar unquoted."""
    out = io.StringIO()
    out.write("x:")
    if isinstance(plain, str):
        out.write(f" {plain}\n")
    elif isinstance(plain, list):
        out.write("".join(f"\n  - {item}" for item in plain))
    elif isinstance(plain, dict):
        for key, items in plain.items():
            out.write(f"\n  {key}:")
            out.write("".join(f"\n    - {item}" for item in items) or " []")
    return out.getvalue()


@every_kind
@given(data=st.data())
def test_values_differ_unless_they_are_the_same_and_swap_with_their_sides(
    name: str, data: st.DataObject
) -> None:
    kind, frame = CASES[name], FRAMES[name]
    a, b = data.draw(values(name)), data.draw(values(name))
    found, relation = differences_of(kind, a, b, frame), kind.relate(a, b, frame)
    assert bool(found) is (relation is not Relation.SAME)
    for difference in found:
        if difference.distance is not None:
            assert relation is Relation.APART
            assert difference.distance.figure > 0
    swapped = differences_of(kind, b, a, frame)
    assert Counter((d.type, d.distance, d.excluded) for d in found) == Counter(
        (d.type, d.distance, d.excluded) for d in swapped
    )


@every_kind
@given(data=st.data())
def test_a_headline_is_shared_by_the_bare_figure(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    a = data.draw(values(name))
    headline = kind.headline(a, frame)
    if headline is not None and name != "exchange":
        bare = kind.parse(headline, frame)
        assert kind.headline(bare, frame) == headline
        assert kind.show(bare, frame) == headline


@every_kind
@given(data=st.data())
def test_two_values_open_to_one_side_always_meet(name: str, data: st.DataObject) -> None:
    kind, frame = CASES[name], FRAMES[name]
    a, b = data.draw(values(name)), data.draw(values(name))
    sides = {kind.open_side(a, frame), kind.open_side(b, frame)}
    if len(sides) == 1 and sides != {""}:
        assert kind.meet([a, b], frame) is True


@pytest.mark.parametrize("name", [name for name in CASES if name != "text"])
@given(word=st.from_regex(r"[a-z]{3,12}( [a-z]{3,12}){0,3}", fullmatch=True))
def test_unknown_words_are_never_read(name: str, word: str) -> None:
    known = {*FRAMES[name].options, *FRAMES[name].items}
    titles = {*FRAMES[name].options.values(), *FRAMES[name].items.values()}
    assume(not known & set(word.split()) and word not in {title.lower() for title in titles})
    assume(word not in READ_ALONE and not word.startswith(COUNTED))
    with pytest.raises(Unreadable) as fault:
        CASES[name].parse(word, FRAMES[name])
    assert fault.value.sentence.endswith(".")


READ_ALONE = {
    *("none", "all", "unlimited", "unspecified", "not specified", "all each", "none each"),
    *(
        "half",
        "permanent",
        "permanently",
        "forever",
        "perpetual",
        "endless",
        "subject to negotiation",
    ),
}
COUNTED = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twe", "thi", "forty", "fifty", "half", "plus", "minus"),
)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)


def read(name: str, data: object) -> Value | Unreadable:
    try:
        value: Value = CASES[name].parse(data, FRAMES[name])
    except Unreadable as fault:
        return fault
    return value


@every_kind
@given(
    data=JSON | st.text(max_size=60) | st.text(alphabet="0123456789 ,.-orfeach:+<>=", max_size=30)
)
def test_any_data_is_read_or_refused_in_a_sentence(name: str, data: object) -> None:
    found = read(name, data)
    if isinstance(found, Unreadable):
        assert found.sentence.endswith(".")
        assert len(found.sentence) < 300
        assert not found.suggestion or found.suggestion.endswith((".", "?"))
    else:
        kind, frame = CASES[name], FRAMES[name]
        assert kind.parse(kind.plain(found, frame), frame) == found


@every_kind
@given(data=st.data())
def test_what_is_generated_is_read(name: str, data: st.DataObject) -> None:
    written = data.draw(plain_data(name))
    value: Value = CASES[name].parse(written, FRAMES[name])
    assert isinstance(value.measurable, bool)


@pytest.mark.parametrize(
    ("name", "written", "known"),
    [
        ("duration", "30 days", True),
        ("duration", "30 days or unspecified", False),
        ("exchange", "all for unspecified", False),
        ("choice", "un or no", True),
        ("choice", "to be agreed", False),
        ("checklist", ["a"], True),
        ("checklist", "to be agreed", False),
        ("text", "As agreed.", True),
    ],
)
def test_a_value_is_measurable_where_its_set_is_known(
    name: str, written: object, known: bool
) -> None:
    assert KINDS[name].parse(written, FRAMES[name]).measurable is known


def test_a_figure_that_is_not_given_lies_in_what_admits_every_figure() -> None:
    kind, frame = KINDS["quantity"], FRAMES["quantity"]
    withheld, every, some = (
        kind.parse(text, frame) for text in ("unspecified", "at least 0", "at least 5")
    )
    assert kind.meet([withheld, every], frame) is True
    assert kind.meet([withheld, some], frame) is None


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("duration", "30 days"),
        ("quantity", "1,000"),
        ("exchange", "all for all"),
        ("date", "2025-06-01"),
        ("choice", "un"),
        ("checklist", ["a"]),
        ("text", "As agreed."),
    ],
)
def test_a_value_meets_itself(name: str, written: object) -> None:
    kind, frame = KINDS[name], FRAMES[name]
    value = kind.parse(written, frame)
    assert kind.meet([value, value], frame) is True


def test_two_figures_have_no_outcome_in_common() -> None:
    for name, one, other in (("quantity", "1", "2"), ("exchange", "1 for 1", "2 for 2")):
        kind, frame = KINDS[name], FRAMES[name]
        assert kind.meet([kind.parse(one, frame), kind.parse(other, frame)], frame) is False


def test_what_is_unknown_neither_meets_nor_does_not() -> None:
    assert Relation.UNKNOWN.meets is None
    assert Relation.APART.meets is False
    assert Relation.OVERLAPS.meets is True


@every_kind
@pytest.mark.parametrize("one", ["unspecified", "to be agreed"])
@pytest.mark.parametrize("other", ["unspecified", "to be agreed"])
def test_two_that_name_nothing_are_not_known_to_differ(name: str, one: str, other: str) -> None:
    kind, frame = CASES[name], FRAMES[name]
    a, b = kind.parse(one, frame), kind.parse(other, frame)
    assert kind.relate(a, b, frame) is Relation.UNKNOWN
    assert kind.meet([a, b], frame) is None
    assert kind.distance(a, b, frame) is None
    assert {a.stance, b.stance} <= {Stance.UNSPECIFIED, Stance.TO_BE_AGREED}
