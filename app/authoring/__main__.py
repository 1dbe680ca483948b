"""``python -m app.authoring SCENARIO``: what is wrong with a scenario file."""

from __future__ import annotations

import sys

from app.authoring.finding import ScenarioFileError
from app.authoring.loading import load_scenario
from app.resources import find_scenario


def main(arguments: list[str]) -> int:
    """Print the findings of each scenario; 0 without, 1 with findings, 2 for wrong usage."""
    if not arguments:
        sys.stderr.write("usage: python -m app.authoring SCENARIO...\n")
        return 2
    code = 0
    for argument in arguments:
        try:
            scenario = load_scenario(find_scenario(argument))
        except FileNotFoundError as error:
            sys.stderr.write(f"{error}\n")
            return 2
        except ScenarioFileError as error:
            sys.stdout.write(f"{error}\n")
            code = 1
        else:
            sys.stdout.write(f"{argument}: {scenario.id} with {len(scenario.nodes)} nodes\n")
    return code


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
