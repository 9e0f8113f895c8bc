"""A small dossier of four parties, one of whom has said nothing, for what is told of two of them."""

from __future__ import annotations

__all__ = ["FOUR"]

FOUR = """\
dossier: {format: 1, title: Talks at the ford, as_of: 2025-06-02}
parties:
  north: {name: North}
  south: {name: South}
  east: {name: The Eastern Provinces}
  west: {name: West}
sources:
  paper: {publisher: The Paper, date: 2025-05-01, title: What all want, reliability: B}
events:
  thaw: {title: The river thaws}
issues:
  truce: {topic: War, title: Length of the truce, kind: duration}
  monitors: {topic: War, title: Who watches, kind: text}
  toll:
    topic: Trade
    title: Toll at the ford
    kind: quantity
    unit: crowns
    parts: {cart: {title: A cart}, rider: {title: A rider}}
  seat: {topic: Talks, title: Seat of the talks, kind: choice, options: {here: In the harbour, there: On the island}}
memoranda:
  north: {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], positions: {
    truce: {value: at least 30 days, conditions: none}, monitors: A joint commission of both sides., seat: here,
    toll: {parts: {cart: "20", rider: "5"}}}}
  south: {party: south, form: statement, date: 2025-05-01, sources: [paper], positions: {
    truce: {value: 30 days, starts: thaw}, monitors: A joint commission of neutral sides., seat: here,
    toll: {parts: {cart: "12", rider: "5"}}}}
  east: {party: east, form: report, date: 2025-05-01, sources: [paper], positions: {truce: 30 days, seat: here}}
"""
