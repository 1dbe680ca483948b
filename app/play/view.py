"""What a screen may show: frozen data without hidden facts, in the reader's language.

Money is whole EUR cents, time whole minutes since the start.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.engine.scenario import Bearer, PanelKind, Tone


@dataclass(frozen=True, slots=True)
class PanelView:
    """A document or device on the desk."""

    kind: PanelKind
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A card with its price tag, all of it None when not knowable.

    ``minutes`` is the time until the next scene as far as the choice itself takes it,
    ``client_cost`` and ``own_cost`` are cents.
    """

    id: str
    text: str
    detail: str
    minutes: int | None
    client_cost: int | None
    own_cost: int | None


@dataclass(frozen=True, slots=True)
class HeadView:
    """A head of loss so far."""

    id: str
    text: str
    bearer: Bearer
    amount: int


@dataclass(frozen=True, slots=True)
class KnownView:
    """A line under "What is known"."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class LogView:
    """A line of the log book; ``own``: the player wrote it, perhaps on a way taken back."""

    when: datetime
    text: str
    own: bool = False
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class SceneView:
    """A scene or ending as the player sees it.

    ``consequence``: paragraphs on what the last choice led to (empty in the first scene);
    ``hints``: public facts a painter may show, variable id to value, for the living scene.
    """

    node_id: str
    title: str
    scene: str
    now: datetime
    minutes: int
    consequence: tuple[str, ...]
    paragraphs: tuple[str, ...]
    panels: tuple[PanelView, ...]
    choices: tuple[ChoiceView, ...]
    client_loss: int
    own_costs: int
    heads: tuple[HeadView, ...]
    known: tuple[KnownView, ...]
    log: tuple[LogView, ...]
    hints: dict[str, bool | int | str]
    step: int
    tone: Tone | None = None

    @property
    def is_ending(self) -> bool:
        """Whether the story ends here."""
        return self.tone is not None
