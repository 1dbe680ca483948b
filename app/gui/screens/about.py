"""About the game, and the licences of what it is made of."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from app import __version__
from app.gui.widgets.framed import READING_WIDTH, FramedPage
from app.gui.widgets.text import Prose, label, rule
from app.resources import asset, data_root


class AboutScreen(FramedPage):
    """What the game is, what it is not, and whose work it stands on."""

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("AboutScreen", "About and licences"), READING_WIDTH
        )
        self.column.addWidget(label("Point of No Restore", "title"))
        version = self.tr("Version {version}. MIT License.").replace("{version}", __version__)
        self.column.addWidget(label(version, "body", "muted"))
        text = Prose()
        text.set_paragraphs(
            [
                self.tr(
                    "A training game about risk for people who look after other people's "
                    "computers. The cases follow published damage events; persons and firms "
                    "are made up."
                ),
                self.tr(
                    "The law and the insurance in it are a teaching model of German law. It is "
                    "no legal advice."
                ),
                self.tr(
                    "Everything stays on this computer, and there is no account. The game uses "
                    "the network only where you ask for it: to hold or join a workshop, and to "
                    "send results to a learning record store."
                ),
            ]
        )
        self.column.addWidget(text)
        self.column.addWidget(rule())
        self.column.addWidget(label(self.tr("Made with"), "strong"))
        for name, licence, purpose in self._parts():
            row = QVBoxLayout()
            row.setSpacing(0)
            row.addWidget(label(f"{name} · {licence}", "body", wrap=True))
            row.addWidget(label(purpose, "small", "muted", wrap=True))
            self.column.addLayout(row)
        self._add_duties()
        self.column.addWidget(rule())
        self.column.addWidget(label(self.tr("Licence of the typefaces"), "strong"))
        self.column.addWidget(label(_font_licence(), "mono", "muted", wrap=True))
        self.column.addStretch(1)

    def _add_duties(self) -> None:
        """What the licence of Qt wants told; in a download, also everyone's notices."""
        duties = Prose()
        paragraphs = [
            self.tr(
                "Qt for Python and Qt are used under the GNU Lesser General Public License, "
                "version 3. They are separate files in the game's folder, which you may replace "
                "by your own versions."
            )
        ]
        notices = data_root() / "LICENSES" / "NOTICES.txt"
        if notices.is_file():
            where = self.tr(
                "Their licences and the place of their source are in the folder {folder}."
            )
            paragraphs.append(where.replace("{folder}", str(notices.parent)))
        duties.set_paragraphs(paragraphs)
        self.column.addWidget(duties)
        try:
            text = notices.read_text("utf-8")
        except OSError:
            return
        self.column.addWidget(rule())
        self.column.addWidget(label(self.tr("What this download is made of"), "strong"))
        self.column.addWidget(label(text, "mono", "muted", wrap=True))

    def _parts(self) -> tuple[tuple[str, str, str], ...]:
        """Name, licence and use of what the game is made of."""
        return (
            ("Qt and PySide6", "LGPL v3", self.tr("The window, its drawing, and its input.")),
            ("Python", "PSF License", self.tr("The language.")),
            ("NumPy", "BSD 3-Clause", self.tr("The arithmetic of the review.")),
            ("NetworkX", "BSD 3-Clause", self.tr("The graph of a story.")),
            ("PyYAML", "MIT", self.tr("Reading case files.")),
            ("jsonschema", "MIT", self.tr("Checking case files.")),
            ("platformdirs", "MIT", self.tr("Finding the folder for saves.")),
            ("Starlette and uvicorn", "BSD 3-Clause", self.tr("The web pages of a workshop.")),
            ("segno", "BSD 3-Clause", self.tr("The code that a phone reads to join.")),
            ("IBM Plex", "SIL Open Font License 1.1", self.tr("The typefaces, © 2017 IBM Corp.")),
            (
                "OpenDyslexic",
                "SIL Open Font License 1.1",
                self.tr("The typeface for easy reading, © 2019 Abbie Gonzalez."),
            ),
        )


def _font_licence() -> str:
    try:
        return asset("fonts", "OFL.txt").read_text("utf-8")
    except OSError:
        return "SIL Open Font License 1.1, https://openfontlicense.org"
