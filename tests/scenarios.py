"""Small scenario files for tests, as YAML."""

SMALL = """\
format: 1
id: small
title: Small crash
summary: A small story.
minutes_to_play: 5
briefing:
  - You look after a server.
  - {when: not insured, text: You have no insurance.}
start_time: 2026-03-03 08:12
office_hours: {from: "08:00", to: "17:00", days: 5}
contract: {kind: service, cap: {kind: negotiated, amount: 50000.00 EUR}}
terms: {offer: [none, solid], default: solid}

facts:
  fault: {disk: 0.6, controller: 0.4}
  backup:
    given: fault
    disk: {intact: 1/2, destroyed: 1/2}
    controller: {intact: 0.9, destroyed: 0.1}
variables:
  asked: false
  cause:
    values: [unknown, disk, controller]
    initial: unknown
    label: Cause
    shown: {disk: A disk is failing, controller: The controller is failing}
  looks: {range: [0, 3], initial: 0}
heads:
  idle_staff: {text: Idle staff, provable: 0.9}
  reentry: {text: Re-entry}
  own_time: {text: Your unpaid hours, bearer: own}
fact_texts:
  fault: {label: What was broken, shown: {disk: One disk, controller: The controller}}
own_time: {head: own_time, rate: 80.00 EUR}
accruals:
  - {head: idle_staff, rate: "640 if cause == 'unknown' else 400"}
duties:
  verify:
    text: Verify a backup before relying on it
    source: OLG Hamm 13 U 133/03
    causes: [reentry]
    gross_when: not asked
legal:
  log_kept: asked
  notice_days: "0 if asked else -1"
  admission: facts
unavoidable:
  idle_staff: 1600
plans:
  as-it-happened:
    title: The real case
    facts: {fault: disk, backup: destroyed}
    choices: {alarm: restore}
    outcomes: {restored: garbage}
real_case: The court gave nothing.
notes: Figures are assumed (A).

start: alarm
nodes:
  alarm:
    title: 08:12, one line
    scene: office
    text: |
      The ticket is
      one line long.

      It is {clock}.
    panels:
      - kind: ticket
        title: "#4711"
        text: |
          The share  is gone
            (since 08:03)
    choices:
      look:
        text: Look for the cause
        when: cause == 'unknown' and looks < 3
        hours: 1.5
        set: {looks: "min(looks + 1, 3)"}
        log: Searched for the cause.
        then: search
      ask:
        text: Tell the client
        detail: It costs a quarter of an hour.
        when: not asked
        hours: 0.25
        set: {asked: true}
        keeps: verify
        then: alarm
      restore:
        text: Restore
        hours: 2
        wait: 1
        until: "08:00"
        days: 1
        loss: {reentry: "100 + 10 * looks"}
        breaches: verify
        priced: false
        then: restored
      hand_over: {text: Hand over, hours: 0.5, then: handed_over}
  search:
    outcomes:
      found:
        p: "0.7 if fault == 'disk' else 0.2"
        set: {cause: disk}
        text: A disk clicks.
        then: alarm
      nothing: {p: rest, wait: 1, text: Nothing., then: alarm}
  restored:
    outcomes:
      works: {p: {intact: 0.95, destroyed: 0.05}, text: It boots., then: saved}
      garbage:
        p: {intact: 0.05, destroyed: 0.95}
        loss: {reentry: 4500.00 EUR}
        text: The files are noise.
        log: The files are noise.
        then: lost
  saved: {ending: saved, title: Saved, scene: office, text: All is well.}
  lost: {ending: lost, title: Lost, scene: night, text: "Lost: {client_loss}."}
  handed_over: {ending: mixed, title: Handed over, scene: phone, text: Not yours now.}
"""
