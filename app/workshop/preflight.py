"""What stands in the way of phones before a workshop begins, and what to do about it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.play.catalog import Catalog, marked
from app.workshop.host import HostError, listen
from app.workshop.network import Interface, interfaces

DEFAULT_PORT = 8321


class Level(StrEnum):
    """How much a finding is in the way."""

    FINE = "fine"
    CHECK = "check"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: ``subject`` (network, port, firewall, phone), how it is, what to do."""

    subject: str
    level: Level
    text: str
    remedy: str = ""


def preflight(
    interface: Interface | None,
    port: int,
    words: Catalog,
    phones: frozenset[str] = frozenset(),
    running: bool = False,
) -> tuple[Finding, ...]:
    """All that is to be looked at before phones can come in.

    ``phones``: addresses that have opened the test page; ``running``: the server listens
    already, so that the port is its own.
    """
    found = [_network(interface, words)]
    if interface is not None:
        if not running:
            found.append(_port(interface.address, port, words))
        if not interface.loopback:
            found.append(_firewall(port, words))
            found.append(_phone(phones - {interface.address}, words))
    return tuple(found)


def best_interface() -> Interface:
    """The interface that a workshop most likely runs on."""
    return interfaces()[0]


def free_port(address: str, wanted: int = DEFAULT_PORT) -> int:
    """``wanted``, or the next one that is free. Raises HostError when none of twenty is."""
    for port in range(wanted, wanted + 20):
        with suppress(HostError):
            listen(address, port).close()
            return port
    told = marked("Ports {first} to {last} are all taken; restart the computer.")
    raise HostError(told, first=str(wanted), last=str(wanted + 19))


def _network(interface: Interface | None, words: Catalog) -> Finding:
    say = words.message
    if interface is None or interface.loopback:
        return Finding(
            "network",
            Level.WRONG,
            say("Only this computer itself can take part: no network is chosen."),
            say(
                "Switch the Wi-Fi on or plug a router in, wait until the system says that it is "
                "connected (it need not reach the internet), and choose the network again."
            ),
        )
    details = {"address": interface.address, "name": interface.name or interface.address}
    if interface.unconfigured:
        return Finding(
            "network",
            Level.WRONG,
            say("The network {name} has given this computer no address.", details),
            say("Connect again, or restart the router; it must hand out addresses (DHCP)."),
        )
    if interface.virtual:
        return Finding(
            "network",
            Level.CHECK,
            say("{name} looks like a VPN or a virtual machine's network.", details),
            say("Phones cannot reach it: choose the Wi-Fi, and switch the VPN off."),
        )
    return Finding("network", Level.FINE, say("Phones will look for {address}.", details))


def _port(address: str, port: int, words: Catalog) -> Finding:
    try:
        listen(address, port).close()
    except HostError as error:
        told = words.message(error.message, error.details)
        return Finding(
            "port",
            Level.WRONG,
            told,
            words.message("Choose another port, such as {port}.", {"port": str(port + 1)}),
        )
    return Finding("port", Level.FINE, words.message("Port {port} is free.", {"port": str(port)}))


def _firewall(port: int, words: Catalog) -> Finding:
    say, details = words.message, {"port": str(port)}
    command = _linux_command() if sys.platform.startswith("linux") else None
    if sys.platform == "win32":
        remedy = say(
            "When Windows asks, allow the game in private and public networks. If it did not "
            "ask: Windows Security, Firewall, “Allow an app through firewall”."
        )
    elif sys.platform == "darwin":
        remedy = say(
            "When macOS asks, allow incoming connections. If it did not ask: System Settings, "
            "Network, Firewall."
        )
    elif command:
        remedy = say("In a terminal: {command}", {"command": command.format(**details)})
    else:
        text = say("No firewall was found that would keep phones out.")
        return Finding("firewall", Level.FINE, text)
    text = say("This computer's firewall may keep phones out of port {port}.", details)
    return Finding("firewall", Level.CHECK, text, remedy)


def _linux_command(is_there: Callable[[Path], bool] = Path.exists) -> str | None:
    """How to open a port in the firewall that runs here; None when none does."""
    settings = Path("/etc/ufw/ufw.conf")
    with suppress(OSError):
        if is_there(settings) and "ENABLED=yes" in settings.read_text(encoding="utf-8"):
            return "sudo ufw allow {port}/tcp"
        if is_there(Path("/run/firewalld")):
            return "sudo firewall-cmd --add-port={port}/tcp"
    return None


def _phone(phones: frozenset[str], words: Catalog) -> Finding:
    say = words.message
    if phones:
        return Finding(
            "phone",
            Level.FINE,
            say("A phone has reached this computer ({address}).", {"address": min(phones)}),
        )
    return Finding(
        "phone",
        Level.CHECK,
        say("No phone has reached this computer yet."),
        say(
            "Open the test page on a phone in the same network. If it does not load, the network "
            "keeps its guests apart (client isolation): ask for it to be switched off, or use a "
            "router or a phone's hotspot of your own."
        ),
    )
