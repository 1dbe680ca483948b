"""Scenarios and assets are found in a checkout, in an installed package, and in a bundle."""

import sys

import pytest

from app import resources
from app.resources import asset, data_root, find_scenario, scenario_folders
from tests.scenarios import SMALL


@pytest.fixture(autouse=True)
def fresh():
    data_root.cache_clear()
    yield
    data_root.cache_clear()


def test_the_checkout_has_its_data():
    assert asset("fonts", "OFL.txt").is_file()
    folders = scenario_folders()
    assert folders == sorted(folders)
    for folder in folders:
        assert find_scenario(folder.name) == folder


def test_a_bundle_comes_first(tmp_path, monkeypatch):
    (tmp_path / "assets").mkdir()
    story = tmp_path / "scenarios" / "my-story"
    story.mkdir(parents=True)
    (tmp_path / "scenarios" / "no-story").mkdir()
    (story / "scenario.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert data_root() == tmp_path
    assert scenario_folders() == [story]
    assert find_scenario("my-story") == story


def test_an_installed_package_brings_its_data_along(tmp_path, monkeypatch):
    package = tmp_path / "app"
    (package / "_data" / "assets").mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(package / "resources.py"))
    assert data_root() == package / "_data"


def test_by_folder_file_and_name(tmp_path):
    file = tmp_path / "scenario.yaml"
    file.write_text(SMALL, encoding="utf-8")
    other = tmp_path / "draft.yaml"
    other.write_text(SMALL, encoding="utf-8")
    assert find_scenario(str(tmp_path)) == tmp_path
    assert find_scenario(str(file)) == tmp_path
    assert find_scenario(str(other)) == other


def test_an_unknown_name_says_which_are_known(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"nowhere: no scenario of this name"):
        find_scenario("nowhere")
