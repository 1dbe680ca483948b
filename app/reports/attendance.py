"""Certificates of a workshop: what § 7(2) VersVermV asks a proof of further training to show.

That is surname and first name; date, extent, content and title of the training; and firm, address
and contact of the provider. It is a template: whether a workshop counts as further training, and
that the figures are right, is for the provider to answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.play.catalog import Catalog
from app.play.wording import calendar_date, duration
from app.reports.document import PRODUCT, CertificatePaper
from app.reports.session import Attendee, Session

_BLANK = "_" * 32
"""A line to write on."""


@dataclass(frozen=True, slots=True)
class Certificates:
    """The certificates of a workshop, a page each."""

    language: str
    document_title: str
    papers: tuple[CertificatePaper, ...]


def certificates(session: Session, attendees: Sequence[Attendee], catalog: Catalog) -> Certificates:
    """A certificate for each; names are on the paper and nowhere else."""
    title = catalog.message("{case}: certificates", {"case": session.scenario_title})
    papers = tuple(_certificate(session, attendee, catalog) for attendee in attendees)
    return Certificates(session.language, title, papers)


def _certificate(session: Session, attendee: Attendee, catalog: Catalog) -> CertificatePaper:
    say = catalog.message
    title = session.title or session.scenario_title
    provider = "\n".join(
        text.strip() or _BLANK for text in (session.provider, session.address, session.contact)
    )
    return CertificatePaper(
        language=session.language,
        document_title=say("{case}: certificate", {"case": session.scenario_title}),
        kicker=say("Proof of further training"),
        title=say("Certificate of participation"),
        name_caption=say("Surname and first name"),
        name=attendee.name.strip(),
        statement=say("has taken part in this training:"),
        case=title if title == session.scenario_title else f"{title}: {session.scenario_title}",
        topics_title=say("Content"),
        topics=session.topics,
        rows=(
            (say("Date"), calendar_date(session.started, catalog)),
            (say("Extent"), duration(attendee.minutes, catalog)),
            (say("Form"), say("In person, workshop with a simulation: {product}",
                              {"product": PRODUCT})),
            (say("Provider: firm, address, contact"), provider),
        ),
        provider_caption=say("Provider"),
        provider=session.provider.strip(),
        signature_caption=say("Place, date, signature"),
        notice=say(
            "Shows what § 7(2) VersVermV asks for. The provider answers for its figures."
        ),
        logo=session.logo,
    )  # fmt: skip
