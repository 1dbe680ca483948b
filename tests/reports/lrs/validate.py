"""Runs in the environment of Ralph: checks each line of the input against its xAPI model."""

from __future__ import annotations

import sys

from pydantic import ValidationError
from ralph.models.xapi.base.statements import BaseXapiStatement

valid = 0
for number, line in enumerate(sys.stdin.buffer, 1):
    try:
        BaseXapiStatement.model_validate_json(line)
    except ValidationError as error:
        sys.exit(f"line {number}: {error}\n{line.decode()}")
    valid += 1
print(valid)
