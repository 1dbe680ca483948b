"""The phone page in a real browser, several phones at once: from the QR code to the certificate."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from app.workshop import orders
from app.workshop.agenda import DEBRIEF
from app.workshop.events import Mode
from app.workshop.host import Host, open_workshop, restore_workshop
from app.workshop.room import EVERYBODY
from tests.workshop.rooms import SCENARIO, opened

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (CHROMIUM and DRIVER),
        reason="needs chromium and chromedriver (Debian: apt install chromium chromium-driver)",
    ),
]
SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--window-size=390,844",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    options = ChromeOptions()
    options.binary_location = CHROMIUM or ""
    with tempfile.TemporaryDirectory(prefix="phones-", ignore_cleanup_errors=True) as profile:
        for switch in (*SWITCHES, f"--user-data-dir={profile}"):
            options.add_argument(switch)
        options.enable_bidi = True
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        driver = Chrome(options=options, service=Service(DRIVER))
        yield driver
        driver.quit()


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    running = begin(tmp_path / "w.workshop")
    yield running
    running.close()


def begin(path: Path, mode: Mode = Mode.ROOM) -> Host:
    first = opened(mode, code="BCDFG", provider="Makler Müller")
    host = open_workshop(SCENARIO, first, path)
    host.start("127.0.0.1")
    return host


class Phone:
    """A window with cookies and storage of its own, as another phone would have them."""

    def __init__(self, browser: Chrome, url: str, language: str = "en-GB") -> None:
        self.browser = browser
        self.context = browser.browser.create_user_context()
        self.window = browser.browsing_context.create("tab", user_context=self.context)
        self.here()
        browser.execute_cdp_cmd("Emulation.setLocaleOverride", {"locale": language})
        agent = browser.execute_script("return navigator.userAgent")
        browser.execute_cdp_cmd(
            "Emulation.setUserAgentOverride", {"userAgent": agent, "acceptLanguage": language}
        )
        browser.get(url)

    def here(self) -> Phone:
        self.browser.switch_to.window(self.window)
        return self

    def close(self) -> None:
        self.browser.browser.remove_user_context(self.context)

    def find(self, css: str) -> Any:
        return self.here().browser.find_element(By.CSS_SELECTOR, css)

    @property
    def text(self) -> str:
        told = self.here().browser.find_element(By.TAG_NAME, "body").text
        assert isinstance(told, str)
        return told

    def sees(self, *words: str) -> Phone:
        """Wait until all of these can be read."""

        def told(_driver: object) -> bool:
            now = self.text
            return all(word in now for word in words)

        self.until(told)
        return self

    def until(self, what: Callable[[object], bool]) -> None:
        WebDriverWait(self.here().browser, 20, 0.05, [Exception]).until(what)

    def click(self, css: str) -> Phone:
        self.find(css).click()
        return self

    def join(self, name: str = "") -> Phone:
        if name:
            self.find("#name").send_keys(name)
        return self.click("button[type=submit]")

    def vote(self, choice: str) -> Phone:
        self.until(lambda _: self.find(f"input[value={choice}]").is_enabled())
        return self.click(f"input[value={choice}]").click("#send")


@pytest.fixture
def phones(browser: Chrome, host: Host) -> Iterator[Callable[..., Phone]]:
    made: list[Phone] = []
    first = browser.current_window_handle

    def make(**fields: Any) -> Phone:
        assert host.address is not None
        phone = Phone(browser, fields.pop("url", host.address.url), **fields)
        made.append(phone)
        return phone

    yield make
    for phone in made:
        phone.close()
    browser.switch_to.window(first)


def go(host: Host, *steps: Any) -> None:
    for step in steps:
        host.command(step).result(5)


def counted(host: Host) -> dict[str, int]:
    return dict(host.ask(lambda room: room.tally(room.ballots[-1], EVERYBODY)).result(5))


def test_from_the_qr_code_to_the_certificate(host: Host, phones: Callable[..., Phone]) -> None:
    jo, ida = phones(), phones(language="de-DE")
    jo.sees("Join the workshop").join("Jo Do").sees("You are in.", "No. 1")
    ida.sees("Am Workshop teilnehmen").join().sees("Sie sind dabei.")
    go(host, orders.show_scene)
    jo.sees("Title of alarm", "Tell the client", "The vote is not open yet")
    go(host, orders.open_vote)
    jo.sees("The vote is open.").vote("ask").sees("Your vote is in.", "Change my vote")
    ida.sees("Die Abstimmung ist offen.").vote("restore").sees("Ihre Stimme ist da.")

    late = phones().join()
    late.sees("The vote is open.").vote("ask").sees("Your vote is in.")
    jo.here().browser.refresh()
    jo.sees("Your vote is in.")
    assert jo.find("input[value=ask]").is_selected()
    jo.vote("look").sees("Your vote is in.")
    assert "How the votes fell" not in jo.text
    go(host, orders.close_vote)
    jo.sees("The vote is closed.")
    assert counted(host) == {"look": 1, "ask": 1, "restore": 1, "hand_over": 0}
    host.command(orders.decide, EVERYBODY, "ask").result(5)
    go(host, orders.reveal)
    jo.sees("How the votes fell", "your vote")
    ida.sees("So wurde abgestimmt")
    go(host, orders.show_consequence)
    jo.sees("The next scene comes soon.")

    host.command(orders.debrief, len(DEBRIEF) - 1).result(5)
    jo.sees("Looking back", "Certificate of attendance", "Jo Do", "Makler Müller")
    jo.find("textarea").send_keys("Test <b>every</b> backup.")
    jo.click("h1")
    host.command(orders.debrief, 0).result(5)
    host.command(orders.debrief, len(DEBRIEF) - 1).result(5)
    jo.sees("Certificate of attendance")
    assert jo.find("textarea").get_attribute("value") == "Test <b>every</b> backup."
    jo.click("button[type=submit]")
    jo.until(lambda _: bool(host.record().personal.commitments))
    jo.until(lambda _: jo.find("#saved").text == "Saved.")
    go(host, orders.close)
    jo.sees("Thank you", "Test <b>every</b> backup.")
    ida.sees("Teilnahmebescheinigung", "Makler Müller")
    assert host.record().personal.names == {"p1": "Jo Do"}
    host.close()
    jo.here().browser.execute_script("window.dispatchEvent(new Event('online'))")
    assert "cannot be reached" not in jo.sees("Thank you").text


def test_a_killed_host_comes_back_and_phones_rejoin_by_themselves(
    host: Host, phones: Callable[..., Phone], tmp_path: Path
) -> None:
    go(host, orders.show_scene, orders.open_vote)
    phone = phones().join().vote("ask").sees("Your vote is in.")
    assert host.address is not None
    port = host.address.port
    host.close()
    phone.sees("The host cannot be reached.")
    again = restore_workshop(tmp_path / "w.workshop", lambda _id: SCENARIO)
    try:
        again.start("127.0.0.1", port)
        phone.until(lambda _: "cannot be reached" not in phone.text)
        phone.vote("look").sees("Your vote is in.")
        assert counted(again)["look"] == 1
    finally:
        again.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other loopback addresses")
def test_a_host_at_another_address_knows_a_phone_by_its_return_code(
    host: Host, phones: Callable[..., Phone], tmp_path: Path
) -> None:
    go(host, orders.show_scene, orders.open_vote)
    phone = phones().join("Jo").vote("ask").sees("Your vote is in.")
    code = phone.find("#mine").text.rpartition(" ")[2]
    host.close()
    phone.sees("The room may have moved.", "I was here before", code)
    again = restore_workshop(tmp_path / "w.workshop", lambda _id: SCENARIO)
    try:
        # Another address, not only another port: cookies are shared by all ports of one.
        phone.here().browser.get(again.start("127.0.0.2").url)
        phone.sees("Join the workshop").click("#other").sees("Welcome back")
        phone.here().browser.switch_to.active_element.send_keys(code.lower(), Keys.ENTER)
        phone.sees("No. 1", "Your vote is in.", code)
        assert phone.find("input[value=ask]").is_selected()
        assert counted(again)["ask"] == 1
        assert again.record().personal.names == {"p1": "Jo"}
    finally:
        again.close()


def test_keyboard_and_screen_reader(host: Host, phones: Callable[..., Phone]) -> None:
    phone = phones().join().sees("You are in.")
    go(host, orders.show_scene, orders.open_vote)
    phone.sees("The vote is open.")
    browser = phone.here().browser
    browser.execute_script("document.getElementById('language').focus()")
    for key in (Keys.TAB, Keys.SPACE, Keys.DOWN, Keys.ENTER):
        browser.switch_to.active_element.send_keys(key)
    phone.sees("Your vote is in.")
    assert counted(host)["ask"] == 1
    assert browser.switch_to.active_element.get_attribute("value") == "ask"
    live = phone.find("#live")
    assert live.get_attribute("aria-live") == "polite"
    assert "Your vote is in." in live.get_attribute("textContent")
    tree = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    named = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in tree
        if node.get("role", {}).get("value") in ("radio", "button", "radiogroup", "group")
    ]
    assert all(name for role, name in named if role in ("radio", "button"))
    assert ("group", "What do you do?") in named
    assert browser.execute_script("return document.documentElement.lang") == "en"
    phone.click("#language").sees("Was tun Sie?")
    assert browser.execute_script("return document.documentElement.lang") == "de"


def test_the_policy_lets_the_page_work_and_nothing_else(
    host: Host, phones: Callable[..., Phone], browser: Chrome
) -> None:
    assert host.address is not None
    phone = phones(url=host.address.check).sees("This phone reaches the host.")
    assert host.checked == {"127.0.0.1"}
    phone.here().browser.get(host.address.url)
    phone.join("<img src=x onerror=document.title='owned'>").sees("You are in.")
    assert phone.find("#name").get_attribute("value").startswith("<img")
    assert browser.title == "Point of No Restore"
    blocked = browser.execute_async_script(
        """var done = arguments[0];
        document.addEventListener('securitypolicyviolation', function (event) {
            done(event.effectiveDirective); });
        var image = new Image(); image.src = 'http://192.0.2.1/x.png';"""
    )
    assert blocked == "img-src"
    problems = [entry["message"] for entry in browser.get_log("browser")]
    ours = [p for p in problems if host.address.short in p and "favicon" not in p]
    assert [p for p in ours if "192.0.2.1" not in p] == []
