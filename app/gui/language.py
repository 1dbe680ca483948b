"""The language of the window: Qt's own words, ours, and how numbers and dates read.

``translations/norestore_de.ts`` is Qt Linguist's file, read as it is: there is nothing to
compile and nothing that can be out of date.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.resources import asset

if TYPE_CHECKING:
    # The title paints sooner without the engine.
    from app.engine.scenario import Scenario
    from app.play.catalog import Catalog

SYSTEM = ""
PSEUDO = "x-pseudo"
OWN_NAMES = {"en": "English", "de": "Deutsch"}
"""The languages to choose from, each in its own words."""

_LOCALES = {"en": "en_GB", "de": "de_DE"}
_PROPERTY = "norestore language"


def speak(app: QCoreApplication, wanted: str) -> bool:
    """Let the application speak a language (``SYSTEM``: the desktop's); whether that is new.

    What is on the screen already has to be made anew.
    """
    language = _system_language() if wanted == SYSTEM else wanted
    if language == current():
        return False
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    app.setProperty(_PROPERTY, language)
    QLocale.setDefault(QLocale(_LOCALES.get(language, _LOCALES["en"])))
    if language == PSEUDO:
        app.installTranslator(Disguise(app))
    elif language != "en":
        qt = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if qt.load(f"qtbase_{language}", folder):
            app.installTranslator(qt)
        app.installTranslator(Linguist(asset("translations", f"norestore_{language}.ts"), app))
    return True


def current() -> str:
    """The code of the language that the window speaks."""
    app = QCoreApplication.instance()
    found = app.property(_PROPERTY) if app is not None else None
    return found if isinstance(found, str) else "en"


def reader(scenario: Scenario | None = None) -> Catalog:
    """The words of the window's language for the program and, if given, one scenario."""
    from app.play.languages import catalog

    return catalog(current(), scenario)


def _system_language() -> str:
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0]
        if code in OWN_NAMES:
            return code
    return "en"


class Linguist(QTranslator):
    """Translates by a ``.ts`` file."""

    def __init__(self, file: Path, parent: QCoreApplication) -> None:
        super().__init__(parent)
        self._found = finished(file)

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """The translation; nothing, which Qt takes for the source, without one."""
        return self._found.get((context, source))  # type: ignore[return-value]

    def isEmpty(self) -> bool:
        """Whether there is nothing in it."""
        return not self._found


class Disguise(QTranslator):
    """Translates into the pseudo language."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """The source, longer and under accents."""
        from app.play.pseudo import disguised

        return disguised(source)

    def isEmpty(self) -> bool:
        """Never."""
        return False


def finished(file: Path) -> dict[tuple[str, str], str]:
    """The finished translations of a ``.ts`` file by context and source; none without it.

    Read by pattern, as our tool writes it: a German window need not wait for an XML parser.
    """
    try:
        text = file.read_text("utf-8")
    except OSError:
        return {}
    found, context = {}, ""
    for name, source, translation in _ENTRIES.findall(text):
        if name:
            context = _plain(name)
        elif translation:
            found[context, _plain(source)] = _plain(translation)
    return found


_ENTRIES = re.compile(
    r"<name>(.*?)</name>|<source>(.*?)</source>\s*(?:<translation>(.*?)</translation>)?", re.DOTALL
)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


def _plain(text: str) -> str:
    """Text without the entities of XML."""
    if "&" in text:
        for entity, character in _ENTITIES:
            text = text.replace(entity, character)
    return text
