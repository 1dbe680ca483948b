"""``python -m app.authoring SCENARIO...``: what is wrong with scenarios, and their size."""

from __future__ import annotations

import sys

from app.authoring.lint import lint, summary
from app.authoring.loading import ScenarioFileError, load_scenario
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
        except FileNotFoundError as error:
            sys.stderr.write(f"{error}\n")
            return 2
        findings = lint(folder)
        code = max(code, int(bool(findings)))
        lines = [str(finding) for finding in findings]
        try:
            figures = summary(load_scenario(folder))
        except ScenarioFileError:
            lines.append(f"{argument}: does not load, {len(findings)} findings")
        else:
            lines.append(f"{argument}: {len(findings)} findings, {figures}")
        sys.stdout.write("\n".join(lines) + "\n")
    return code


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
