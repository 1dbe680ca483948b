"""``python -m benchmarks [NAME...] [--json]``: all measurements, or those named."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from benchmarks import chart, choices, package, scene, shipped, solving, window, workshop

BENCHMARKS: dict[str, tuple[str, Callable[[], dict[str, Any]]]] = {
    "limid": ("Solver against pyAgrum's LIMID inference, seconds", solving.compare),
    "growth": ("Solver over growing stories", solving.grow),
    "shipped": ("Solver on the shipped scenarios, seconds", shipped.measure),
    "choices": ("Choices a second against inkjs", choices.measure),
    "scene": ("From a click to the painted scene; the window at rest", scene.measure),
    "map": ("A frame of the map at 500 nodes against plain rectangles", chart.measure),
    "workshop": ("A workshop with 60 and with 500 phones", workshop.measure),
    "window": ("First painted window against a bare one", window.measure),
    "package": ("The download against a bare hello window, some minutes", package.measure),
}


def main(argv: list[str] | None = None) -> int:
    """Measure and print; 0 whatever the figures, for a busy machine is no fault."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)}")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args(argv)
    unknown = [name for name in arguments.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark {unknown[0]!r}; there are: {', '.join(BENCHMARKS)}")
    results: dict[str, Any] = {}
    for name in arguments.names or BENCHMARKS:
        title, measure = BENCHMARKS[name]
        if not arguments.json:
            print(f"{title} ...", flush=True)
        results[name] = measure()
        if not arguments.json:
            print("\n".join(_lines(results[name], "  ")), flush=True)
    if arguments.json:
        print(json.dumps(results, indent=2))
    return 0


def _lines(data: dict[str, Any], indent: str) -> list[str]:
    lines: list[str] = []
    for key, value in data.items():
        label = key.replace("_", " ")
        if isinstance(value, dict):
            lines += [f"{indent}{label}", *_lines(value, indent + "  ")]
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(f"{indent}{label}")
            lines += [f"{indent}  " + ", ".join(f"{k} {v:,}" for k, v in x.items()) for x in value]
        else:
            plain = isinstance(value, bool) or not isinstance(value, int | float)
            shown = str(value) if plain else f"{value:,}"
            lines.append(f"{indent}{label}: {shown}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
