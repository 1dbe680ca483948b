"""A screen reader of few words: says as JSON what AT-SPI tells of the game, and presses buttons.

Run by the system's own Python, which has the bindings, with the names of three buttons to
press, on the title, at the briefing and in play, and the command that starts the game.
"""

import json
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - the version comes first

PATIENCE = 30.0
DEEPEST = 20


def until(find, what):
    """What ``find`` finds, asked again and again until it does."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = find()
        if found:
            return found
        time.sleep(0.05)
    sys.exit(f"{what} never came")


def game():
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_name() == "Point of No Restore":
            return child
    return None


def everything(node, depth=0):
    """The accessible and all below it that shows."""
    if node is None or depth > DEEPEST:
        return
    yield node
    for index in range(node.get_child_count()):
        yield from everything(node.get_child_at_index(index), depth + 1)


def showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def said(root):
    """Role and name of all that shows."""
    return [
        [node.get_role_name(), node.get_name()]
        for node in everything(root)
        if showing(node) and node.get_name()
    ]


def button(root, name):
    for node in everything(root):
        if showing(node) and node.get_name() == name and node.get_action_iface() is not None:
            return node
    return None


def press(root, name):
    found = until(lambda: button(root, name), f"the button {name!r}")
    actions = found.get_action_iface()
    names = [actions.get_action_name(index) for index in range(actions.get_n_actions())]
    actions.do_action(names.index("Press"))


def main():
    wanted, command = sys.argv[1:4], sys.argv[4:]
    process = subprocess.Popen(command)
    try:
        root = until(game, "the game")
        until(lambda: button(root, wanted[0]), "the title")
        title = said(root)
        press(root, wanted[0])
        until(lambda: button(root, wanted[1]), "the briefing")
        briefing = said(root)
        press(root, wanted[1])
        until(lambda: button(root, "Menu"), "the play")
        first = said(root)
        press(root, wanted[2])
        until(lambda: button(root, wanted[2]) is None, "the next scene")
        second = said(root)
    finally:
        process.kill()
    print(json.dumps({"title": title, "briefing": briefing, "first": first, "second": second}))


main()
