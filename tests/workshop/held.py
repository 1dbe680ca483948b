"""A workshop that was held: three phones, a revote, a commitment, stopped before an ending."""

from __future__ import annotations

from functools import cache

from app.engine.solver.cache import SolverCache
from app.play.catalog import ENGLISH
from app.reports.session import Session
from app.workshop import orders
from app.workshop.record import record
from app.workshop.session import work_out
from tests.workshop.rooms import SCENARIO, Driver


@cache
def room() -> Driver:
    driver = Driver(provider="Muster Makler GmbH")
    driver.do(orders.join, "device-0", "Erika Beispiel")
    driver.people(2)
    first, second, third = (person.id for person in driver.room.present)
    driver.do(orders.show_scene)
    driver.do(orders.open_vote)
    driver.vote(first, "look", 1)
    driver.vote(second, "ask", 3)
    driver.do(orders.close_vote)
    driver.do(orders.reveal)
    driver.do(orders.open_vote)
    driver.vote(first, "ask", 2)
    driver.vote(second, "ask", 3)
    driver.vote(third, "look", 3)
    driver.do(orders.close_vote)
    driver.do(orders.reveal)
    driver.do(orders.show_consequence)
    driver.round("look")
    driver.do(orders.debrief)
    driver.do(orders.commit, first, "I, Erika Beispiel, will test the restore.")
    return driver


@cache
def held() -> Session:
    return work_out(record(room().room), SCENARIO, SolverCache(), ENGLISH).session
