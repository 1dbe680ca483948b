"""The pages that phones load: one file each, with nothing from elsewhere, under a strict policy."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from dataclasses import dataclass

from app.play.catalog import Catalog, marked
from app.play.languages import catalog
from app.reports.session import CONFIDENCES
from app.resources import asset
from app.workshop.protocol import LANGUAGES

WORDS = (
    marked("The host cannot be reached. Trying again…"),
    marked("Join the workshop"),
    marked("Code on the wall"),
    marked("Your name (you may leave it empty)"),
    marked("Join"),
    marked("I was here before"),
    marked("I am new here"),
    marked("Welcome back"),
    marked("Your return code"),
    marked("It is at the foot of the page that you had."),
    marked("Come back"),
    marked("Your return code: {code}"),
    marked("If you lose this page, or the room moves, your return code brings you back."),
    marked(
        "The room may have moved. Scan the code on the wall again, choose “I was here before” "
        "and enter your return code: {code}"
    ),
    marked("Your vote is secret and is stored without your name."),
    marked("No. {number}"),
    marked("You are in."),
    marked("It begins soon. Look at the wall."),
    marked("Look at the wall."),
    marked("Save"),
    marked("Saved."),
    marked("Your team"),
    marked("What if: the same server, another way."),
    marked("The client has lost"),
    marked("The story has ended for you. Please wait."),
    *CONFIDENCES,
    marked("The workshop is paused."),
    marked("The vote is closed. Look at the wall."),
    marked("The vote is not open yet. Read, think, talk."),
    marked("Your vote is in. You can change it until the vote closes."),
    marked("The vote is open."),
    marked("What do you do?"),
    marked("How sure are you? (You may skip this.)"),
    marked("Decide"),
    marked("Change my vote"),
    marked("Vote"),
    marked("How the votes fell"),
    marked("your vote"),
    marked("The story has ended."),
    marked("Look at the wall. The next scene comes soon."),
    marked("What came of it"),
    marked("Chosen:"),
    marked("Looking back"),
    marked("Talk about it in the room. At the end, write down one thing that you will do."),
    marked("What will you do differently from Monday on?"),
    marked("Thank you for taking part."),
    marked("Certificate of attendance"),
    marked("Name"),
    marked("Content"),
    marked("Date"),
    marked("Duration"),
    marked("Provider"),
    marked("Print or save"),
)
"""The sentences of the phone page; its script asks for them by these."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is sent, and the content-security policy that it is sent under."""

    body: bytes
    policy: str


def phone_page() -> Page:
    """The page of a participant, with its words in every language."""
    words = {
        language: {sentence: catalog(language).message(sentence) for sentence in WORDS}
        for language in LANGUAGES
    }
    # A "</script>" in a translation must not end the script.
    written = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    script = _read("phone.js").replace("/*words*/ {}", written)
    style = _read("phone.css")
    body = _read("phone.html").replace("{style}", style).replace("{script}", script)
    return Page(body.encode(), _policy(style, script))


def check_page() -> Page:
    """The page that shows that a phone can reach the host."""
    style = _read("phone.css")
    body = _read("check.html").replace("{style}", style)
    for language in LANGUAGES:
        words = catalog(language)
        told = {f"reached_{language}": _reached(words), f"next_{language}": _next(words)}
        for name, text in told.items():
            body = body.replace("{" + name + "}", html.escape(text))
    return Page(body.encode(), _policy(style, ""))


def _reached(words: Catalog) -> str:
    return words.message("This phone reaches the host.")


def _next(words: Catalog) -> str:
    return words.message("The network lets phones through. You may close this page.")


def _policy(style: str, script: str) -> str:
    """Only this very style and script; connections to the host alone; in no frame."""
    rules = [
        "default-src 'none'",
        f"style-src {_hash(style)}",
        *([f"script-src {_hash(script)}", "connect-src 'self'"] if script else []),
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
    return "; ".join(rules)


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _read(name: str) -> str:
    return asset("workshop", name).read_text(encoding="utf-8").replace("\r\n", "\n").strip()
