"""Setting a workshop up: what is offered, what is opened, one's own product."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from app.gui.library import Entry
from app.gui.main_window import MainWindow
from app.gui.settings import Settings
from app.gui.workshop import network_box
from app.gui.workshop.after_panel import AfterPanel
from app.gui.workshop.hosting import Hosting
from app.gui.workshop.preset_form import PresetForm
from app.gui.workshop.setup import SetupScreen
from app.store import folders
from app.store.database import Store
from app.workshop import orders
from app.workshop.events import Mode
from app.workshop.host import Address, open_workshop
from app.workshop.network import Interface
from app.workshop.preset import preset_files, read_preset
from app.workshop.room import Phase
from tests.gui.hosted import texts
from tests.workshop.rooms import SCENARIO, opened

HERE = (Interface("127.0.0.1", "lo"),)
Key = Qt.Key


@pytest.fixture
def window(
    qtbot, qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setattr(network_box, "interfaces", lambda: HERE)
    with Store(folders.database_file()) as store:
        made = MainWindow(
            qapp, store, Settings(reduced_motion=True), load=lambda: (Entry("toy", SCENARIO),)
        )
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(lambda: made.entries is not None)
        yield made
        made.pages.hosting.leave()


def setup_of(window: MainWindow) -> SetupScreen:
    window.title.host_button.click()
    page = window.pages.currentWidget()
    assert isinstance(page, SetupScreen)
    return page


def hosting(window: MainWindow, qtbot) -> Hosting:
    qtbot.waitUntil(lambda: window.pages.hosting.link is not None)
    return window.pages.hosting


def check(cards, option: str) -> None:
    card = next(card for card in cards if card.option == option)
    card.click()


def test_from_the_title_to_an_open_room(window: MainWindow, qtbot) -> None:
    page = setup_of(window)
    check(page.modes, "teams")
    check(page.lengths, "60")
    check(page.languages, "de")
    page.teams.field.setValue(4)
    page.provider.setText("Müller Makler")
    page.open_button.click()
    room = hosting(window, qtbot).link
    assert room is not None
    told = room.host.opened
    assert (told.mode, told.teams, told.minutes) == (Mode.TEAMS, 4, 60)
    assert (told.language, told.provider) == ("de", "Müller Makler")
    assert room.host.address is not None
    assert len(told.code) == 5
    # The wall speaks the room's language, whatever the cockpit speaks.
    projector = window.pages.hosting.projector
    assert projector is not None
    qtbot.waitUntil(lambda: "Personen im Raum: 0" in texts(projector.wall))


def test_what_was_typed_is_there_the_next_time(window: MainWindow, qtbot) -> None:
    page = setup_of(window)
    page.provider.setText("Müller Makler")
    page.contact.setText("0551 1234")
    page.open_button.click()
    hosting(window, qtbot).leave()
    page = setup_of(window)
    assert (page.provider.text(), page.contact.text()) == ("Müller Makler", "0551 1234")


def test_only_what_applies_is_asked(window: MainWindow) -> None:
    page = setup_of(window)
    assert page._teams_row.isHidden()
    check(page.modes, "teams")
    assert not page._teams_row.isHidden()
    check(page.modes, "solo")
    assert page._teams_row.isHidden()
    assert page._tie_part.isHidden()


def test_a_port_that_is_taken_is_named(window: MainWindow, qtbot, tmp_path: Path) -> None:
    page = setup_of(window)
    other = open_workshop(SCENARIO, opened(code="BCDFG"), tmp_path / "other.workshop")
    address = other.start("127.0.0.1")
    try:
        page.network.port.field.setValue(address.port)
        assert f"Port {address.port} is taken" in texts(page.network)
        assert not page.open_button.isEnabled()
        page.network.port.more.click()
        assert page.open_button.isEnabled()
    finally:
        other.close()


def test_escape_goes_back(window: MainWindow, qtbot) -> None:
    page = setup_of(window)
    qtbot.keyClick(page, Key.Key_Escape)
    assert window.pages.currentWidget() is window.title


def test_an_unfinished_workshop_is_offered_and_taken_up(window: MainWindow, qtbot) -> None:
    setup_of(window).open_button.click()
    room = hosting(window, qtbot)
    assert room.cockpit is not None
    assert room.link is not None
    before = room.link.host.address
    room.leave()
    page = setup_of(window)
    assert len(page.resume) == 1
    assert "Take up the workshop of" in page.resume[0].text()
    page.resume[0].click()
    again = hosting(window, qtbot)
    assert again.link is not None
    # Phones look for it where it was.
    assert again.link.host.address == before
    qtbot.waitUntil(lambda: again.link.view is not None)  # type: ignore[union-attr]
    assert again.link.view is not None
    assert again.link.view.projector.phase is Phase.LOBBY


def test_reports_of_a_past_workshop_are_still_there(window: MainWindow, qtbot) -> None:
    setup_of(window).open_button.click()
    room = hosting(window, qtbot)
    assert room.link is not None
    room.link.host.command(orders.close).result(5)
    room.leave()
    page = setup_of(window)
    assert page.resume == []
    page.past[0].click()
    again = hosting(window, qtbot)
    assert again.cockpit is not None
    qtbot.waitUntil(lambda: again.cockpit.view is not None)  # type: ignore[union-attr]
    assert isinstance(again.cockpit.middle.currentWidget(), AfterPanel)
    # Nobody is to come in any more.
    assert again.link is not None
    assert again.link.host.address is None
    assert again.projector is not None
    assert not again.projector.isVisible()


@pytest.fixture
def form(qtbot) -> Iterator[Callable[..., PresetForm]]:
    QLocale.setDefault(QLocale("de_DE"))

    def make(*given) -> PresetForm:
        page = PresetForm(*given)
        qtbot.addWidget(page)
        return page

    yield make
    QLocale.setDefault(QLocale("en_GB"))


def test_ones_own_product_is_saved_and_played(window: MainWindow, qtbot) -> None:
    page = setup_of(window)
    page.product.click()
    form = window.pages.currentWidget()
    assert isinstance(form, PresetForm)
    form.field("name").setText("Makler Plus")
    form.field("sum_insured").setText("500000")
    form.field("deductible").setText("750.50")
    form.field("firm").setText("Müller Makler")
    form.save.click()
    assert window.pages.currentWidget() is page
    plan = page.plan()
    assert plan is not None
    assert plan.preset == preset_files()[0]
    page.open_button.click()
    link = hosting(window, qtbot).link
    assert link is not None
    terms = link.host.ask(lambda room: room.terms).result(5)
    assert (terms.name, terms.sum_insured, terms.deductible) == (
        "Makler Plus", 500_000_00, 750_50,
    )  # fmt: skip
    assert link.host.opened.provider == "Müller Makler"


def test_amounts_are_read_as_the_reader_writes_them(form) -> None:
    page = form()
    page.field("name").setText("Plus")
    page.field("sum_insured").setText("1.000.000,00 EUR")
    page.field("deductible_rate").setText("12,5 %")
    page.field("deductible_max").setText("3.500")
    preset = page.preset()
    assert preset is not None
    assert preset.policy.sum_insured == 1_000_000_00
    assert preset.policy.deductible_rate == Fraction(1, 8)
    assert preset.policy.sublimit is None


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("sum_insured", "viel", "Sum insured: write an amount"),
        ("premium", "-5", "Premium a year: write an amount"),
        ("gross_quota", "120", "from 0 to 100"),
        ("name", "", "needs a name"),
    ],
)
def test_what_cannot_be_read_is_named(form, name: str, typed: str, told: str) -> None:
    page = form()
    page.field("name").setText("Plus")
    page.field(name).setText(typed)
    assert page.preset() is None
    assert told in page.outcome.text()


def test_what_makes_no_sense_is_not_saved(form) -> None:
    page = form()
    page.field("name").setText("Plus")
    page.field("sum_insured").setText("1000")
    page.field("sublimit").setText("2000")
    page.save.click()
    assert "sublimit" in page.outcome.text()
    assert preset_files() == ()


def test_a_product_is_changed(form) -> None:
    page = form()
    page.field("name").setText("Plus")
    page.field("sum_insured").setText("1000,5")
    page.save.click()
    again = form(read_preset(preset_files()[0]))
    assert again.field("sum_insured").text() == "1.000,50"
    assert again.preset() == page.preset()


def test_a_phone_that_got_through_is_ticked(qtbot) -> None:
    box = network_box.PhoneTest()
    qtbot.addWidget(box)
    address = Address("192.168.1.5", 8321, "BCDFG")
    box.show_address(address, frozenset())
    assert box.code.text == "http://192.168.1.5:8321/check"
    assert "No phone has reached this computer yet." in texts(box)
    assert "client isolation" in texts(box)
    box.show_address(address, frozenset({"192.168.1.77"}))
    assert "A phone has reached this computer (192.168.1.77)." in texts(box)


def test_the_title_waits_for_nothing_of_workshops(root: Path) -> None:
    code = (
        "import sys, app.gui.main_window, app.gui.pages, app.gui.screens.title\n"
        "print(*[m for m in sys.modules if m.startswith(('app.gui.workshop', 'app.workshop'))])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, check=True, text=True
    )
    assert answer.stdout.split() == []
