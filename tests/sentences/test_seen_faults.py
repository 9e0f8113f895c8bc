"""Sentences that read badly once, each with how it reads now, from a dossier as short as it can be.

Where what was printed had a cause of its own, the name of the row says it.
"""

from __future__ import annotations

import pytest

import positions
from positions.sentences.glossary import Glossary
from tests.sentences.said import dossier_of

BODIES = "kind: exchange, unit: bodies, between: [russia, ukraine], verb: return"

ROWS = [
    (
        "who would do it itself is told as asking itself to do it",
        'kind: quantity, unit: bodies, noun: "the return of[ {figure}] more bodies", by: [russia]',
        ("russia: 3000",),
        "Russia offers the return of 3,000 more bodies. Ukraine's text has nothing on this.",
    ),
    (
        "what the unit counts, in the noun and with the figure",
        'kind: quantity, unit: lorries a day, noun: "a ceiling [of {value}] on lorries"',
        ("ukraine: at least 8", "russia: '20'"),
        "Ukraine wants a ceiling of at least 8 a day on lorries; Russia wants one of 20 a day.",
    ),
    (
        "a term between commas of which the second is lost",
        "kind: duration",
        ("russia: {value: to be agreed, renewable: 1 week}",),
        "It: Russia leaves it, renewable by 1 week, to be agreed. Ukraine's text has nothing on this.",
    ),
    (
        "a figure without the noun of its issue",
        'kind: quantity, unit: people, noun: "the return of[ {value}]"',
        ("russia: about 30",),
        "Russia wants the return of about 30 people. Ukraine's text has nothing on this.",
    ),
    (
        "none against a figure",
        'kind: duration, noun: "a truce [of {value}] to collect the dead"',
        ("ukraine: none", "russia: 2-3 days"),
        "Ukraine rejects any truce to collect the dead; Russia wants one of 2-3 days.",
    ),
    (
        "unequal figures for equal ones",
        BODIES,
        ("ukraine: '6,000 for 6,000'", "russia: '6,000 for 0'"),
        (
            "It: Ukraine wants each side to return 6,000 bodies; Russia offers to return 6,000 bodies, "
            "and asks Ukraine for none."
        ),
    ),
    (
        "no limit against a figure that is not given",
        'kind: quantity, unit: men, limit: maximum, noun: "a ceiling [of {value}] on its forces"',
        ("ukraine: no limit", "russia: unspecified"),
        "Ukraine rejects any ceiling on its forces; Russia wants one, but names no figure.",
    ),
    (
        "no limit for a thing that is no limit itself",
        'kind: quantity, unit: EUR, limit: maximum, noun: "a fee [of {value}]"',
        ("ukraine: no limit", "russia: 10"),
        "Ukraine wants no limit for a fee; Russia wants a fee of EUR 10.",
    ),
    (
        "in the strength of may",
        "kind: checklist, items: {some: the lifting of some sanctions}",
        ("ukraine: {value: [some], modality: may}",),
        "It: Ukraine would allow the lifting of some sanctions. Russia's text has nothing on this.",
    ),
    (
        "dates in figures",
        'kind: date, noun: "a meeting of the delegations [{value}]"',
        ("ukraine: 2025-06-20..2025-06-30",),
        (
            "Ukraine wants a meeting of the delegations between 20 and 30 June 2025. Russia's text has nothing "
            "on this."
        ),
    ),
    (
        "a day by which, and who else comes, as what it covers",
        'kind: date, noun: "a meeting of the presidents [{value}]"',
        ("ukraine: {value: by 2025-08-31, scope: with those of two other states}",),
        (
            "Ukraine wants a meeting of the presidents by 31 August 2025 with those of two other "
            "states. Russia's text has nothing on this."
        ),
    ),
    (
        "a latest day as the day itself, and with the preposition of the noun",
        'kind: date, limit: maximum, noun: "a handover [{value}]"',
        ("ukraine: by 2025-08-30", "russia: 2025-06-30"),
        "Ukraine wants a handover by 30 August 2025; Russia wants one by 30 June 2025. They are 2 months apart.",
    ),
    (
        "options with a relative clause, as one by two thirds",
        "kind: choice, ordered: true, noun: a council, options: {a: {title: A, noun: a council that decides by half}, b: {title: B, noun: a council that decides by two thirds}, c: C}",
        ("ukraine: a or b", "russia: at least b"),
        (
            "Ukraine wants a council that decides by half or one that decides by two thirds; Russia "
            "wants at least a council that decides by two thirds."
        ),
    ),
    (
        "a latest day whose noun has a preposition",
        'kind: date, limit: maximum, noun: "a deadline of {value}"',
        ("ukraine: 2025-08-30 or 2025-07-30",),
        (
            "Ukraine wants a deadline of 30 July 2025 or 30 August 2025. Russia's text has nothing "
            "on this."
        ),
    ),
    (
        "a deadline that is lost, and the title of an event in quotation marks",
        'kind: duration, limit: maximum, noun: "elections [within {value}]"',
        ("russia: {value: 100 days, starts: lifted}",),
        (
            "Russia wants elections within 100 days of the end of martial law. Ukraine's text has "
            "nothing on this."
        ),
    ),
    (
        "one head said three times",
        'kind: checklist, noun: "a ceasefire {value}", items: {a: in the air, b: on land, c: at sea}',
        ("ukraine: [a, b, c]",),
        (
            "Ukraine wants a ceasefire in the air, on land and at sea. Russia's text has nothing on "
            "this."
        ),
    ),
    (
        "one head said in every title, of what there is one of",
        "kind: checklist, items: {a: a halt in the air, b: a halt on land}",
        ("ukraine: [a, b]",),
        "It: Ukraine wants a halt in the air and on land. Russia's text has nothing on this.",
    ),
    (
        "events that come first, as titles",
        'kind: duration, noun: "talks [of {value}]"',
        ("ukraine: {value: 2 days, after: [ceasefire, lifted, census]}",),
        (
            "Ukraine wants talks of 2 days after the end of martial law and the rent census, and "
            "once the ceasefire begins. Russia's text has nothing on this."
        ),
    ),
    (
        "conditions that are clauses, by verbs of no list",
        'kind: duration, noun: "a term [of {value}]"',
        (
            "ukraine: {value: 3 years, conditions: [census, the bank opens an office, both sides pull back, the road carries 40 tonnes]}",
            "russia: {value: 3 years, after: [both sides publish their budgets]}",
        ),
        (
            "Ukraine wants a term of 3 years on condition of the rent census and that the bank opens "
            "an office, that both sides pull back and that the road carries 40 tonnes. Russia wants one of 3 years once both sides publish their budgets."
        ),
    ),
    (
        "an option in the words of a code",
        "kind: choice, options: {a: consensus of the members, b: a majority}",
        ("ukraine: a", "russia: b"),
        "It: Ukraine's position is “consensus of the members”; Russia's is “a majority”.",
    ),
    (
        "the answer to a question is told as what is wanted",
        "kind: choice, title: Who pays, options: {a: The Union alone, b: Users}",
        ("ukraine: a", "russia: b"),
        "Who pays: Ukraine's position is “the Union alone”; Russia's is “Users”.",
    ),
    (
        "what a title has a clause on is told as what is wanted",
        "kind: checklist, title: Matters that need both clubs, items: {a: the sale of boats}",
        ("ukraine: [a]",),
        (
            "Matters that need both clubs: Ukraine names “the sale of boats”. Russia's text has nothing "
            "on this."
        ),
    ),
    (
        "covering in peacetime",
        'kind: quantity, unit: men, noun: "an army [of {value}]"',
        ("ukraine: {value: 9, scope: in peacetime}", "russia: {value: 9, scope: of volunteers}"),
        "Ukraine wants an army of 9 men in peacetime; Russia wants one of 9 men of volunteers.",
    ),
    (
        "a preposition before the brackets is lost where the noun is not said again",
        'kind: quantity, unit: users, noun: "a licence over[ {value}]"',
        ("ukraine: 2000", "russia: unspecified"),
        "Ukraine wants a licence over 2,000 users; Russia wants one, but names no figure.",
    ),
    (
        "a preposition of the noun and of the value",
        'kind: quantity, unit: tonnes, noun: "a refund [at {value}]"',
        ("ukraine: at least 70",),
        "Ukraine wants a refund at least 70 tonnes. Russia's text has nothing on this.",
    ),
    (
        "names of places in small letters",
        "kind: choice, options: {a: New York law, b: German law, c: New rules}",
        ("ukraine: a or b", "russia: c"),
        "It: Ukraine's position is “New York law” or “German law”; Russia's is “new rules”.",
    ),
    (
        "a distance in days, or in months, where people say years",
        "kind: duration",
        ("ukraine: 90 months", "russia: 3 years"),
        "It: Ukraine wants 90 months; Russia wants 3 years. They are 4½ years apart.",
    ),
    (
        "an amount before its currency",
        "kind: quantity, unit: USD billion a year",
        ("ukraine: 800", "russia: 1300"),
        (
            "It: Ukraine wants USD 800 billion a year; Russia wants USD 1,300 billion a year. They are USD 500 "
            "billion a year apart."
        ),
    ),
    (
        "a limit word in the noun",
        'kind: quantity, unit: "%", noun: "a wage increase [of {value}]", by: [russia]',
        ("ukraine: at least 25 %", "russia: 23 %"),
        (
            "Ukraine wants a wage increase of at least 25%; Russia offers one of 23%. They are 2 "
            "percentage points apart."
        ),
    ),
    (
        "a scope left out by its long words",
        "kind: checklist, items: {a: the release of civilians whom Russia holds}",
        ("ukraine: {value: [a], scope: all civilians whom Russia holds}",),
        (
            "It: Ukraine wants the release of civilians whom Russia holds (all civilians whom Russia "
            "holds). Russia's text has nothing on this."
        ),
    ),
    (
        "days between years",
        "kind: date",
        ("ukraine: 2025", "russia: 2026"),
        "It: Ukraine wants 2025; Russia wants 2026. They are 1 year apart.",
    ),
    (
        "a distance in days where both sides count in weeks, or by the ends of months",
        "kind: duration",
        ("ukraine: 6 weeks", "russia: 2 weeks"),
        "It: Ukraine wants 6 weeks; Russia wants 2 weeks. They are 4 weeks apart.",
    ),
    (
        "a date in the figures of a code, in free words",
        "kind: duration",
        (
            "ukraine: {value: 6 weeks, scope: the coast since 2025-06-01, until: the end of 2025-09-01}",
        ),
        (
            "It: Ukraine wants 6 weeks (the coast since 1 June 2025) until the end of 1 September 2025. "
            "Russia's text has nothing on this."
        ),
    ),
    (
        "a distance in days between the ends of months",
        "kind: date, limit: maximum",
        ("ukraine: by 2025-12-31", "russia: by June 2026"),
        "It: Ukraine wants a date by the end of 2025; Russia wants a date by the end of June 2026. They are 6 months apart.",
    ),
    (
        "a value of four camps without a verb, though it has a noun",
        'kind: quantity, unit: "%", noun: "a share [of {value}]", by: [russia]',
        ("russia: at most 60 %", "ukraine: at least 80 %", "gulf: 100 %", "isles: 70 %"),
        (
            "Ukraine wants a share of at least 80%; Russia offers one of at most 60%; the Gulf wants "
            "one of 100%; the Isles want one of 70%. The furthest apart are Russia and the Gulf, by 40 "
            "percentage points."
        ),
    ),
    (
        "wanting a place, or two days",
        "kind: choice, options: {a: the capital, b: two days}",
        ("ukraine: a", "russia: b"),
        "It: Ukraine's position is “the capital”; Russia's is “two days”.",
    ),
    (
        "what is left open as a value of the party",
        "kind: text",
        ("ukraine: to be agreed", "russia: deleted"),
        "It: Ukraine leaves it to be agreed; Russia strikes the whole provision.",
    ),
    (
        "a mediator that proposes to be agreed",
        "kind: text",
        ("ukraine: Taken in 1897.", "russia: Taken in 1897.", "envoy: to be agreed"),
        (
            "It: Ukraine and Russia want the words “Taken in 1897”. The envoy leaves it to be agreed. "
            "That cannot be compared with either position."
        ),
    ),
    (
        "what is one of a party's options has only something in common with it",
        "kind: duration",
        ("ukraine: {alternatives: {a: 5 days, b: 9 days}}", "russia: 7 days", "envoy: 9 days"),
        (
            "It: under “a”, Ukraine wants 5 days; under “b”, Ukraine wants 9 days; Russia wants 7 days. "
            "At their nearest they are 2 days apart. The envoy proposes 9 days. That is the same as "
            "Ukraine's position under “b” and 2 days from Russia's position."
        ),
    ),
    (
        "a mediator that proposes not specified",
        "kind: quantity, unit: crowns",
        ("ukraine: 5", "russia: 6", "envoy: unspecified"),
        (
            "It: Ukraine wants 5 crowns; Russia wants 6 crowns. They are 1 crown apart. The envoy proposes a "
            "figure, but names none. That cannot be compared with either position."
        ),
    ),
    (
        "a mediator that proposes not specified of options",
        "kind: choice, options: {a: peace, b: war}",
        ("ukraine: a", "russia: b", "envoy: unspecified"),
        (
            "It: Ukraine's position is “peace”; Russia's is “war”. The envoy does not specify it. "
            "That cannot be compared with either position."
        ),
    ),
    (
        "groups that become one where their head is said once, and a party that is not itself",
        "kind: checklist, items: {a: a group on trade for Ukraine, b: a group on fish, c: a panel}",
        ("ukraine: [a]", "russia: [a, b]"),
        (
            "It: Ukraine wants a group on trade for itself; Russia wants a group on trade for Ukraine "
            "and one on fish."
        ),
    ),
    (
        "the same words twice in one sentence",
        (
            "kind: choice, options: {a: {title: Yes, noun: recognition of the coast}, "
            "b: {title: No, noun: no recognition of the coast}}"
        ),
        ("ukraine: {value: b, scope: all of it}", "russia: {value: a, until: the census}"),
        (
            "It: Ukraine rejects recognition of the coast (all of it); Russia wants it until the "
            "census."
        ),
    ),
    (
        "one head said in every entry of a list",
        "kind: checklist, items: {a: the return of the masks, b: the return of the drums}",
        ("ukraine: [a, b]",),
        "It: Ukraine wants the return of the masks and of the drums. Russia's text has nothing on this.",
    ),
    (
        "the tense of every verb of a clause",
        'kind: quantity, unit: men, noun: "an army [of {value}]"',
        ("russia: unspecified",),
        "Russia wants an army, but names no figure. Ukraine's text has nothing on this.",
    ),
]
LATER = """
outcomes:
  deal: {issue: it, date: 2025-07-01, value: 5 days, confirmed_by: all, sources: [paper]}
"""
PARTIES = {
    "gulf": "{name: The Gulf}",
    "isles": "{name: The Isles}",
    "envoy": "{name: The envoy, role: mediator}",
}
EVENTS = """
events:
  lifted: {title: Martial law is lifted, noun: the end of martial law}
  ceasefire: {title: The ceasefire begins}
  census: {title: Rent census}
"""


@pytest.mark.parametrize(
    ("issue", "papers", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_a_row_reads_well(issue: str, papers: tuple[str, ...], expected: str) -> None:
    more = {paper.split(":")[0] for paper in papers} & PARTIES.keys()
    parties = ", ".join(f"{name}: {given}" for name, given in PARTIES.items() if name in more)
    both = "ukraine: {name: Ukraine}, russia: {name: Russia}"
    dossier = dossier_of(
        issue, *papers, more=EVENTS, parties=f"{both}, {parties}" if parties else ""
    )
    assert str(positions.compare(dossier).row("it").whole.reason) == expected


def test_what_the_analyst_infers_is_marked_beside_a_proposal_and_in_a_gap_of_terms() -> None:
    parties = (
        "ukraine: {name: Ukraine}, russia: {name: Russia}, envoy: {name: The envoy, role: mediator}"
    )
    inferred = "{value: 5 days, scope: the coast, basis: inferred}"
    figures = (f"ukraine: {inferred}", "russia: 9 days", "envoy: {value: 5 days, scope: the coast}")
    line = positions.compare(dossier_of("kind: duration", *figures, parties=parties)).row("it")
    assert line.whole.sentence.endswith(
        "That is the same as Ukraine's position (inferred) and 4 days from Russia's position."
    )
    assert (
        "Ukraine's position (inferred) covers the coast; Russia's does not say what it covers."
        in {gap.sentence for gap in line.whole.gaps}
    )
    years = ("ukraine: {value: 2026, basis: inferred}", "russia: {value: 2027, basis: inferred}")
    dossier = dossier_of("kind: date", *years, "envoy: by 2030", parties=parties)
    assert (
        positions.compare(dossier)
        .row("it")
        .whole.sentence.endswith("That excludes neither position (inferred).")
    )


THREE = "ukraine: {name: Ukraine}, russia: {name: Russia}, isles: {name: Herring Isles and Lund}"


@pytest.mark.parametrize(
    ("issue", "papers", "expected"),
    [
        (  # a camp's terms told with two possessives and a singular verb
            'kind: duration, noun: "a truce [of {value}]"',
            ("ukraine: {value: 3 days, scope: the coast}", "russia: 3 days", "isles: 3 days"),
            (
                "Ukraine's position covers the coast; that of Russia, and Herring Isles and Lund, "
                "does not say what it covers."
            ),
        ),
        (  # a list that is not mentioned, as one thing
            "kind: checklist, items: {a: joint patrols, b: a tax}",
            ("ukraine: [a, b]", "russia: [b]", "isles: [b]"),
            (
                "Ukraine names “joint patrols”; Russia, and Herring Isles and Lund, do not mention "
                "them."
            ),
        ),
        (  # items that go into the noun, without it
            'kind: checklist, noun: "training {value}", items: {a: at weekends, b: in summer}',
            ("ukraine: [a, b]", "russia: [b]", "isles: [b]"),
            (
                "Ukraine wants training at weekends; Russia, and Herring Isles and Lund, do not "
                "mention it."
            ),
        ),
        (  # one outcome, worded in two ways, as what the first says
            "kind: choice, options: [on a hill, by a lake, at sea]",
            ("ukraine: not at sea", "russia: on a hill or by a lake", "isles: at sea"),
            (
                "Ukraine rejects “at sea”; Russia's position is “on a hill” or “by a lake”; Herring Isles "
                "and Lund's is “at sea”."
            ),
        ),
        (  # a camp's size
            "kind: choice, options: {a: A court, b: A panel}",
            ("ukraine: a", "russia: b", "isles: b"),
            "Ukraine wants a court; Russia, and Herring Isles and Lund, want a panel.",
        ),
    ],
)
def test_what_a_camp_says_is_told_as_of_several(
    issue: str, papers: tuple[str, ...], expected: str
) -> None:
    line = positions.compare(dossier_of(issue, *papers, parties=THREE)).row("it").whole
    assert expected in {gap.sentence for gap in line.gaps}


def test_what_a_deal_has_settled_is_told_as_past() -> None:
    issue = 'kind: duration, noun: "a truce [of {value}]"'
    dossier = dossier_of(issue, "ukraine: 3 days", "russia: unspecified", more=LATER)
    line = positions.compare(dossier).row("it").whole
    assert str(line.reason) == (
        "Agreed by Ukraine and Russia on 1 July 2025: a truce of 5 days. On 2 June 2025 Ukraine "
        "wanted a truce of 3 days; Russia wanted one, but named no figure."
    )
    assert [gap.sentence for gap in line.gaps] == [
        "On 2 June 2025 Ukraine wanted a truce of 3 days; Russia wanted one, but named no figure."
    ]


def test_a_mediator_proposes_an_exchange_and_what_it_excludes_comes_last() -> None:
    parties = (
        "ukraine: {name: Ukraine}, russia: {name: Russia}, envoy: {name: The envoy, role: mediator}"
    )
    papers = ("ukraine: 5 each", "russia: 9 for 0", "envoy: 5 each")
    dossier = dossier_of(BODIES, *papers, parties=parties)
    assert (
        positions.compare(dossier)
        .row("it")
        .whole.sentence.endswith(
            "The envoy proposes 5 bodies from each side. That is the same as Ukraine's position and "
            "excludes Russia's position."
        )
    )
    figures = ("ukraine: 5 days", "russia: 9 days", "gulf: none", "envoy: 6 days")
    dossier = dossier_of("kind: duration", *figures, parties=f"{parties}, gulf: {{name: Gulf}}")
    assert (
        positions.compare(dossier)
        .row("it")
        .whole.sentence.endswith(
            "That is 1 day from Ukraine's position and 3 days from Russia's position, and excludes "
            "Gulf's position."
        )
    )
    dates = ("ukraine: 2026", "russia: 2027", "envoy: by 2030")
    dossier = dossier_of("kind: date", *dates, parties=parties)
    assert (
        positions.compare(dossier)
        .row("it")
        .whole.sentence.endswith(
            "The envoy proposes a date by the end of 2030. That excludes neither position."
        )
    )


def test_documents_without_a_title_are_called_by_whose_they_are_and_of_when() -> None:
    day = "date: 2025-06-02, sources: [{publisher: The Paper, title: Talks}]"
    loaded = positions.loads(f"""
    dossier: {{format: 1, title: A test, as_of: 2025-07-23}}
    parties: {{hall: {{name: The Hall}}, draft: {{name: Draft of May, role: text}}}}
    memoranda:
      a: {{party: hall, form: statement, {day}}}
      b: {{party: hall, form: statement, {day}}}
      c: {{party: hall, form: memorandum, {day.replace("02,", "02T14:44,")}}}
      d: {{party: hall, form: report, {day}}}
      e: {{party: draft, form: memorandum, {day}}}
      f: {{party: hall, form: memorandum, title: Our plan, {day}}}
    """)
    assert loaded.dossier is not None
    words, documents = Glossary(loaded.dossier), loaded.dossier.memoranda.values()
    assert [(words.document(one), words.in_full(one, ["read"])) for one in documents] == [
        ("the Hall's first statement of 2 June 2025", "first statement of 2 June 2025 (read)"),
        ("the Hall's second statement of 2 June 2025", "second statement of 2 June 2025 (read)"),
        ("the Hall's memorandum of 2 June 2025", "memorandum of 2 June 2025, 14:44 (read)"),
        ("a report of 2 June 2025 on the Hall", "report of 2 June 2025 (read)"),
        ("the draft of May", "text of 2 June 2025 (read)"),
        ("“Our plan”", "Our plan (memorandum of 2 June 2025, read)"),
    ]
