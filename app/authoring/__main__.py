"""``python -m app.authoring SCENARIO...``: what is wrong with scenarios, and their size."""

from __future__ import annotations

import sys

from app.authoring.lint import examine
from app.resources import find_scenario


def main(arguments: list[str]) -> int:
    """Print findings and figures; 0 without findings, 1 with, 2 for wrong usage."""
    if not arguments:
        sys.stderr.write("usage: python -m app.authoring SCENARIO...\n")
        return 2
    code = 0
    for argument in arguments:
        try:
            folder = find_scenario(argument)
        except OSError as error:
            sys.stderr.write(f"{error}\n")
            return 2
        findings, figures = examine(folder)
        code = max(code, int(bool(findings)))
        lines = [str(finding) for finding in findings]
        told = "does not load" if figures is None else str(figures)
        lines.append(f"{argument}: {len(findings)} findings, {told}")
        sys.stdout.write("\n".join(lines) + "\n")
    return code


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
