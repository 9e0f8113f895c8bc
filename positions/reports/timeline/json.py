"""One dossier moment by moment, as JSON.

`timeline_json` has `schema` (of this shape), `clock` (always `moments`), `title`, `as_of`,
`earlier` (how many moments are left out before), `moments` and `later` (what is dated after the
dossier's own day). A moment has `moment`, `speeches`, `outcomes`, `accounts`, `notes`, `statuses`
(of each issue that is raised), `counts` (by status) and `agreed` (`{least, most, rows}`). A speech
has `document`, `party`, `form`, `date`, `became_known`, `withheld`, `mentioned` (ids of issues) and
`told`: each with `issue`, `parts`, `what`, `blank` or null, `reported_before`, `sentence`, and
`toward` (`[{party, direction, together, before, after}]`, the distances `{figure, text, about}` or
null). An outcome has `outcome`, `issue`, `new`, `confirmed`, `accounted`, `delivered` (ids of
parties, or `all`) and `said` (`[{what, sentence}]`). An account, a note and what is later have
`moment`, `what`, `path`, `party` and `issue` or null. Text is given as it was written.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Final

from positions.reports.page.json_values import distance_data
from positions.reports.timeline.outcomes import outcome_lines
from positions.reports.timeline.words import stated
from positions.text.english import capital

if TYPE_CHECKING:
    from positions.changes.timeline.model import (
        OutcomeNews,
        Speech,
        Timeline,
        TimelineMoment,
        ToldIssue,
    )
    from positions.changes.timeline.occurrences import Occurrence

__all__ = ["SCHEMA", "timeline_json"]

SCHEMA: Final = 1
"""The version of the shape; it changes when a name goes or means something else."""

_Data = dict[str, object]


def timeline_json(found: Timeline) -> str:
    """Return a timeline as JSON, ended by a newline."""
    dossier = found.dossier
    data: _Data = {
        "schema": SCHEMA,
        "clock": "moments",
        "title": dossier.header.title,
        "as_of": str(dossier.moment or dossier.header.as_of),
        "earlier": found.earlier,
        "moments": [_moment(one) for one in found.moments],
        "later": [_occurrence(one) for one in found.later],
    }
    return json.dumps(data, indent=2) + "\n"


def _moment(moment: TimelineMoment) -> _Data:
    agreed = moment.convergence
    return {
        "moment": str(moment.moment),
        "speeches": [_speech(moment, one) for one in moment.speeches],
        "outcomes": [_outcome(moment, one) for one in moment.outcomes],
        "accounts": [_occurrence(one) for one in moment.accounts],
        "notes": [_occurrence(one) for one in moment.notes],
        "statuses": {issue: str(status) for issue, status in moment.statuses.items()},
        "counts": {
            str(status): count for status, count in Counter(moment.statuses.values()).items()
        },
        "agreed": {"least": agreed.least, "most": agreed.most, "rows": agreed.rows},
    }


def _speech(moment: TimelineMoment, speech: Speech) -> _Data:
    document = speech.document
    return {
        "document": document.id,
        "party": document.party,
        "form": str(document.form),
        "date": str(document.date),
        "became_known": speech.became_known,
        "withheld": speech.is_withheld,
        "mentioned": list(speech.mentioned),
        "told": [_told(moment, speech, one) for one in speech.told],
    }


def _told(moment: TimelineMoment, speech: Speech, told: ToldIssue) -> _Data:
    change = told.change
    return {
        "issue": told.issue,
        "parts": list(told.parts),
        "what": str(told.kind),
        "blank": str(told.blank) if told.blank else None,
        "reported_before": told.reported_before,
        "sentence": str(change.reason)
        if change
        else capital(stated(moment.found.words[1], told, speech.document)),
        "toward": [
            {
                "party": one.party,
                "direction": str(one.direction),
                "together": one.together,
                "before": distance_data(one.before.distance),
                "after": distance_data(one.after.distance),
            }
            for one in (change.toward if change else ())
        ],
    }


def _outcome(moment: TimelineMoment, news: OutcomeNews) -> _Data:
    return {
        "outcome": news.outcome.id,
        "issue": news.outcome.issue,
        "new": news.is_new,
        "confirmed": list(news.confirmed),
        "accounted": list(news.accounted),
        "delivered": list(news.delivered),
        "said": [
            {"what": label, "sentence": capital(said)}
            for label, said in outcome_lines(moment, news)
        ],
    }


def _occurrence(one: Occurrence) -> _Data:
    return {
        "moment": str(one.moment),
        "what": str(one.kind),
        "path": list(one.path),
        "party": one.party or None,
        "issue": one.issue or None,
    }
