"""What a row says: the acts, the things, the terms and the blanks, in the words of the grammar."""

from __future__ import annotations

import pytest

from tests.sentences.said import dossier_of, reason_of

CEASEFIRE = 'kind: duration, noun: "a ceasefire [of {value}]"'
CEILING = (
    "kind: quantity, unit: personnel, limit: maximum, "
    'noun: "a ceiling [of {value}] on Ukraine\'s armed forces"'
)
TRUCE = 'kind: duration, noun: "a truce [of {value}] to collect the dead"'
RISE = 'kind: quantity, unit: "%", noun: "a general wage increase [of {value}]"'
BODIES = "kind: exchange, unit: bodies, between: [russia, ukraine], verb: return"
EVENTS = """
events:
  begins: {title: Ukrainian forces begin to withdraw, noun: the beginning of the withdrawal}
  ceasefire: {title: The ceasefire begins}
  signing: {title: Signing of the agreement}
  lifted: {title: Martial law in Ukraine is lifted, noun: the end of martial law}
"""
LABOUR = "uaw: {name: the UAW}, ford: {name: Ford}, gm: {name: General Motors}"


@pytest.mark.parametrize(
    ("issue", "papers", "expected"),
    [
        (
            CEASEFIRE,
            (
                "ukraine: {value: at least 30 days, renewable: 30 days, conditions: none}",
                "russia: {value: 30 days, starts: begins}",
            ),
            (
                "Ukraine wants a ceasefire of at least 30 days, renewable by 30 days, without "
                "conditions; Russia wants one of 30 days from the beginning of the withdrawal."
            ),
        ),
        (
            CEILING,
            (
                'ukraine: {value: no limit, scope: "size, deployment and other parameters"}',
                'russia: {value: unspecified, scope: "personnel, weapons and equipment"}',
            ),
            (
                "Ukraine rejects any ceiling on its armed forces (size, deployment and other "
                "parameters); Russia wants one (personnel, weapons and equipment), but names no "
                "figure."
            ),
        ),
        (
            TRUCE,
            ("ukraine: none", "russia: 24 or 48 hours"),
            "Ukraine rejects any truce to collect the dead; Russia wants one of 24 or 48 hours.",
        ),
        (
            TRUCE,
            ("ukraine: 24 hours", "russia: none"),
            "Ukraine wants a truce of 24 hours to collect the dead; Russia rejects any truce to collect the dead.",
        ),
        (
            TRUCE,
            ("ukraine: to be agreed", "russia: {value: 2-3 days, modality: may}"),
            (
                "Ukraine leaves the truce to collect the dead to be agreed; Russia would allow one of "
                "2-3 days."
            ),
        ),
        (
            BODIES,
            ("ukraine: '6,000 for 6,000'", "russia: '6,000 for 0'"),
            (
                "It: Ukraine wants each side to return 6,000 bodies; Russia offers to return 6,000 "
                "bodies, and asks Ukraine for none."
            ),
        ),
        (
            BODIES,
            ("ukraine: '6,000 for 0'", "russia: all for all"),
            (
                "It: Ukraine wants Russia to return 6,000 bodies, and offers none; Russia wants an "
                "exchange of all for all."
            ),
        ),
        (
            BODIES,
            ("ukraine: '3,000 for 1,000'", "russia: '3,000 for 2,000'"),
            (
                "It: Ukraine wants to return 1,000 bodies and Russia to return 3,000 bodies; Russia "
                "wants to return 3,000 bodies and Ukraine to return 2,000 bodies."
            ),
        ),
        (
            (
                'kind: quantity, unit: bodies, counts: one way, noun: "the return of[ {figure}] more '
                'bodies", by: [russia]'
            ),
            ("russia: 3000",),
            "Russia offers the return of 3,000 more bodies. Ukraine's text has nothing on this.",
        ),
        (
            (
                "kind: duration, limit: maximum, noun: "
                '"a completed withdrawal of Ukrainian forces [within {value}]"'
            ),
            ("russia: {value: 30 days, starts: begins}",),
            (
                "Russia wants a completed withdrawal of Ukrainian forces within 30 days of the "
                "beginning of the withdrawal. Ukraine's text has nothing on this."
            ),
        ),
        (
            'kind: date, noun: "a meeting of the two presidents [{value}]"',
            ("ukraine: {value: by 2025-08-31, scope: a meeting that others join}",),
            (
                "Ukraine wants a meeting of the two presidents by 31 August 2025 (a meeting that others "
                "join). Russia's text has nothing on this."
            ),
        ),
        (
            'kind: date, noun: "a meeting of the delegations [{value}]"',
            ("ukraine: 2025-06-20..2025-06-30", "russia: 2026"),
            (
                "Ukraine wants a meeting of the delegations between 20 and 30 June 2025; Russia wants one in "
                "2026."
            ),
        ),
        (
            (
                'kind: checklist, noun: "a ceasefire {value}", '
                "items: {air: in the air, land: on land, sea: at sea}"
            ),
            ("ukraine: [air, land, sea]",),
            (
                "Ukraine wants a ceasefire in the air, on land and at sea. Russia's text has nothing on "
                "this."
            ),
        ),
        (
            "kind: choice, options: {ban: a ban on foreign troops, no-ban: no ban on foreign troops}",
            ("ukraine: {value: no-ban, scope: troops of friendly states}", "russia: ban"),
            (
                "It: Ukraine rejects a ban on foreign troops (troops of friendly states); Russia wants "
                "one."
            ),
        ),
        (
            "kind: choice, options: {official: Russian as an official language, other: another}",
            ("russia: official",),
            "It: Russia's position is “Russian as an official language”. Ukraine's text has nothing on this.",
        ),
        (
            (
                "kind: checklist, noun: conditions for the ceasefire, items: {a: an end of "
                "mobilisation, b: a date for elections}"
            ),
            ("ukraine: none", "russia: [a, b]"),
            (
                "Ukraine rejects any conditions for the ceasefire; Russia wants an end of mobilisation "
                "and a date for elections."
            ),
        ),
        (
            "kind: checklist, items: {a: an end of mobilisation, b: a date for elections}",
            ("ukraine: {demand: [a], refuse: [b]}", "russia: {only: [b]}"),
            (
                "It: Ukraine wants an end of mobilisation, and rejects a date for elections; Russia "
                "wants a date for elections, and rejects an end of mobilisation."
            ),
        ),
        (
            "kind: text",
            ("ukraine: Retirement at 67.",),
            "It: Ukraine wants the words “Retirement at 67”. Russia's text has nothing on this.",
        ),
        (
            "kind: text",
            ("ukraine: One text.", "russia: {value: One text., modality: should}"),
            "It: Ukraine wants the words “One text”; Russia wants the words “One text”, as a recommendation.",
        ),
        (
            "kind: duration",
            ("ukraine: {value: 3 years, starts: ceasefire}", "russia: to be agreed"),
            "It: Ukraine wants 3 years from when the ceasefire begins; Russia leaves it to be agreed.",
        ),
        (
            CEASEFIRE,
            ("ukraine: {value: 30 days, after: [signing, lifted], conditions: [ceasefire]}",),
            (
                "Ukraine wants a ceasefire of 30 days after the signing of the agreement and the end of "
                "martial law, on condition that the ceasefire begins. Russia's text has nothing on "
                "this."
            ),
        ),
        (
            CEASEFIRE,
            ("ukraine: {value: 30 days, modality: should, until: lifted, by: [russia]}",),
            (
                "Ukraine wants a ceasefire of 30 days until the end of martial law, with Russia "
                "responsible, as a recommendation. Russia's text has nothing on this."
            ),
        ),
        (
            CEASEFIRE,
            ("ukraine: {value: 30 days, scope: in peacetime, renewable: false}",),
            (
                "Ukraine wants a ceasefire of 30 days in peacetime, not renewable. Russia's text has "
                "nothing on this."
            ),
        ),
        (
            CEASEFIRE,
            ("ukraine: {value: 30 days, scope: what both sides hold}",),
            (
                "Ukraine wants a ceasefire of 30 days for what both sides hold. Russia's text has "
                "nothing on this."
            ),
        ),
        (
            (
                "kind: checklist, noun: releases, items: {ru: the release of civilians whom Russia "
                "holds}"
            ),
            ("ukraine: {value: [ru], scope: the civilians whom Russia holds}",),
            (
                "Ukraine wants the release of civilians whom Russia holds. Russia's text has nothing on "
                "this."
            ),
        ),
        (
            (
                "kind: checklist, noun: releases, items: {ru: the release of civilians whom Russia "
                "holds}"
            ),
            ("ukraine: {value: [ru], scope: all civilians whom Russia holds}",),
            (
                "Ukraine wants the release of civilians whom Russia holds (all civilians whom Russia "
                "holds). Russia's text has nothing on this."
            ),
        ),
    ],
)
def test_two_sides(issue: str, papers: tuple[str, ...], expected: str) -> None:
    assert str(reason_of(dossier_of(issue, *papers, more=EVENTS))) == expected


def test_a_party_that_would_pay_offers_and_those_who_join_say_the_same() -> None:
    dossier = dossier_of(
        f"{RISE}, by: [ford, gm]",
        "uaw: 46 %",
        "ford: 23 %",
        parties=LABOUR,
        more="",
    )
    assert str(reason_of(dossier)) == (
        "The UAW wants a general wage increase of 46%; Ford offers one of 23%. "
        "Nothing is recorded for General Motors."
    )
