"""What may be wrong with a network, named with a remedy."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from app.play.catalog import ENGLISH
from app.workshop import preflight as checks
from app.workshop.network import Interface, interfaces
from app.workshop.preflight import Finding, Level, preflight
from app.workshop.qr import squares

WIFI = Interface("192.0.2.7", "wlan0", main=True)


def finding(subject: str, *given: object, **named: object) -> Finding:
    found = preflight(*given, ENGLISH, **named)  # type: ignore[arg-type]
    return next(item for item in found if item.subject == subject)


def test_the_loopback_is_always_there_and_comes_last() -> None:
    found = interfaces()
    assert found[-1].loopback
    assert len({interface.address for interface in found}) == len(found)


@pytest.mark.parametrize(
    ("interface", "level", "said"),
    [
        (None, Level.WRONG, "no network is chosen"),
        (Interface("127.0.0.1", "lo"), Level.WRONG, "Only this computer"),
        (Interface("169.254.3.4", "wlan0", unconfigured=True), Level.WRONG, "no address"),
        (Interface("10.8.0.2", "tun0", virtual=True), Level.CHECK, "VPN"),
        (WIFI, Level.FINE, "Phones will look for 192.0.2.7."),
    ],
)
def test_the_network(interface: Interface | None, level: Level, said: str) -> None:
    found = finding("network", interface, 8321)
    assert (found.level, said in found.text) == (level, True)
    assert bool(found.remedy) is (level is not Level.FINE)


def test_a_taken_port_and_another_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        found = finding("port", Interface("127.0.0.1"), taken)
        assert (found.level, str(taken + 1) in found.remedy) == (Level.WRONG, True)
        assert checks.free_port("127.0.0.1", taken) != taken


def test_a_running_server_does_not_find_its_own_port_taken() -> None:
    subjects = {item.subject for item in preflight(WIFI, 1, ENGLISH, running=True)}
    assert subjects == {"network", "firewall", "phone"}


def test_a_phone_that_opened_the_test_page_proves_the_network_lets_phones_through() -> None:
    assert finding("phone", WIFI, 8321).level is Level.CHECK
    own = frozenset({WIFI.address})
    assert finding("phone", WIFI, 8321, phones=own).level is Level.CHECK
    assert finding("phone", WIFI, 8321, phones=own | {"192.0.2.9"}).level is Level.FINE


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_the_firewall_of_each_system(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    found = finding("firewall", WIFI, 8321)
    assert (found.level, "allow" in found.remedy) == (Level.CHECK, True)


def test_the_firewalls_of_linux() -> None:
    assert checks._linux_command(lambda path: path == Path("/run/firewalld")) == (
        "sudo firewall-cmd --add-port={port}/tcp"
    )
    assert checks._linux_command(lambda _path: False) is None


def test_a_qr_code_has_its_three_finders() -> None:
    rows = squares("http://192.168.1.5:8321/?c=BCDFG")
    side = len(rows)
    assert all(len(row) == side for row in rows)
    for row, column in ((0, 0), (0, side - 7), (side - 7, 0)):
        ring = {rows[row + i][column + j] for i in (0, 6) for j in range(7)}
        assert ring == {True}
