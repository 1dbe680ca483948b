"""What may lie in the repository, and how long a module may grow."""

from __future__ import annotations

import re

from tests.architecture.house import ROOT, committed_files, modules, name_of

LONGEST_MODULE = 400

# Lock files of package managers we do not use; they would name somebody's registry.
FOREIGN_LOCKS = {"uv.lock", "package-lock.json", "poetry.lock", "yarn.lock", "pnpm-lock.yaml"}

# Each is written so that it does not match itself.
REGISTRY = re.compile(
    rb"files[.]pythonhosted[.]org|pypi[.]org/simple|registry[.]npmjs[.]org"
    rb"|deb[.]debian[.]org|--(?:extra-)?index[-]url|--find[-]links"
)
WORK_PATH = re.compile(rb"(?<![\w.~-])/work(?=/)")
SYSTEM_PATH = re.compile(rb"(?<![\w.~-])/(?:opt|root|home)(?=/)")


def test_no_file_names_a_registry() -> None:
    assert _containing(REGISTRY) == []


def test_no_file_names_a_path_of_the_machine_it_was_made_on() -> None:
    assert _containing(WORK_PATH) == []
    # The servers in the stories keep their RAID tools where real ones do.
    assert [name for name in _containing(SYSTEM_PATH) if not name.startswith("scenarios/")] == []


def test_no_lock_file_of_another_package_manager() -> None:
    assert [name_of(path) for path in committed_files() if path.name in FOREIGN_LOCKS] == []


def test_modules_are_short_enough_to_read() -> None:
    lengths = {name_of(path): len(path.read_bytes().splitlines()) for path in modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_every_pin_has_hashes() -> None:
    names = ("requirements.txt", "requirements-dev.txt", "tests/reports/lrs/requirements.txt")
    for name in names:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        pins = [index for index, line in enumerate(lines) if line[:1].isalnum()]
        bare = [lines[index] for index in pins if "--hash=sha256:" not in lines[index + 1]]
        assert pins
        assert bare == []


def _containing(pattern: re.Pattern[bytes]) -> list[str]:
    return [name_of(path) for path in committed_files() if pattern.search(path.read_bytes())]


def test_colours_and_type_sizes_are_defined_once() -> None:
    """In the theme, its stylesheet, and the palette of the painted scenes."""
    own = {"theme.py", "stylesheet.py", "widgets/scenes/palette.py"}
    literal = re.compile(
        r"[\"'(]#[0-9a-fA-F]{3,8}\b|QColor\(\s*\d|GlobalColor\.(?!transparent)"
        r"|setP(?:ixel|oint)SizeF?\(\s*\d|font-size"
    )
    gui = ROOT / "app" / "gui"
    found = {
        f"{path.relative_to(gui).as_posix()}:{number}"
        for path in gui.rglob("*.py")
        if path.relative_to(gui).as_posix() not in own
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if literal.search(line)
    }
    assert found == set()


def test_decisions_are_numbered_and_listed_without_gap_or_double() -> None:
    folder = ROOT / "docs" / "decisions"
    files = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert [int(name[:4]) for name in files] == list(range(1, len(files) + 1))
    listed = re.findall(
        r"^(\d+)\. \[(.+)\]\((.+)\)$", (folder / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert [name for _, _, name in listed] == files
    for number, title, name in listed:
        head = (folder / name).read_text("utf-8").splitlines()[0]
        assert head == f"# {number}. {title}"
