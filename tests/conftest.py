"""What every test may rely on: no screen, no user's own files, one language, one clock zone."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# Before anything starts Qt. QT_QPA_PLATFORM=xcb shows the windows, for a look.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["LANGUAGE"] = "en"
os.environ["TZ"] = "UTC"

# Chosen with HYPOTHESIS_PROFILE or --hypothesis-profile. No deadlines: a busy machine is no bug.
settings.register_profile("quick", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=5_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_configure(config: pytest.Config) -> None:
    """Give the tests a home of their own, so that none reads or writes the player's saves."""
    home = tempfile.TemporaryDirectory(prefix="norestore-home-", ignore_cleanup_errors=True)
    config.add_cleanup(home.cleanup)
    os.environ["NORESTORE_HOME"] = home.name


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return Path(__file__).parents[1]
