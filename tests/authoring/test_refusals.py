"""Every fault of a file is told with its code, its line, and what to do; all of them at once."""

import pytest

from app.authoring.finding import MAX_FINDINGS, Finding, ScenarioFileError
from app.authoring.loading import load_scenario, parse_scenario
from tests.scenarios import SMALL


def findings_of(text: str | bytes) -> tuple[Finding, ...]:
    with pytest.raises(ScenarioFileError) as caught:
        parse_scenario(text, "story/scenario.yaml")
    return caught.value.findings


FAULTS = [
    # what is replaced, by what, the code, a part of the message or remedy
    ("title: Small crash\n", "title: a\ntitle: b\n", "E112", "stands here twice"),
    ("asked: false", "asked: &a false", "E108", "anchor"),
    ("asked: false", "asked: *a", "E108", "alias"),
    ("asked: false", "asked: !!python/object:os.system false", "E109", "tag"),
    ("asked: false", "? [a]\n  : false", "E111", "key"),
    ("summary: A", "sumary: A", "E201", "did you mean 'summary'?"),
    ("        hours: 1.5", "        hour: 1.5", "E201", "did you mean 'hours'?"),
    ("text: Restore\n", "txt: Restore\n", "E202", "has no 'text'"),
    ("range: [0, 3]", "range: [0, x]", "E203", "whole number"),
    ("range: [0, 3]", "range: [3, 0]", "E203", "[lowest, highest]"),
    ("range: [0, 3]", "range: [0, 1, 3]", "E203", "[lowest, highest]"),
    ("range: [0, 3]", "range: []", "E206", "fewer than 2"),
    ("format: 1", "format: 2", "E208", "update the program"),
    ("format: 1", "format: -1", "E208", "never in use"),
    ("format: 1", "format: one", "E203", "from 1 to 1"),
    ("asked: false", "asked: 3", "E203", "true or false"),
    ("priced: false", "priced: maybe", "E203", "true or false"),
    ("title: Small crash", "title: []", "E203", "a text"),
    ("provable: 0.9", "provable: 1.9", "E203", "from 0 to 1"),
    ("2026-03-03 08:12", "03.03.2026 08:12", "E203", "2026-03-03 08:12"),
    ('until: "08:00"', 'until: "8 Uhr"', "E203", "time of day"),
    ("handed_over}", "Handed-Over}", "E301", "did you mean 'handed_over'?"),
    ("  saved: {", "  Saved!: {", "E204", "not an id"),
    ("values: [unknown, disk", "values: [unknown, Disk", "E204", "not a word"),
    ("values: [unknown, disk", "values: [unknown, unknown, disk", "E112", "twice"),
    ("fault: {disk: 0.6", "fault: {true: 0.6", "E204", "not a word"),
    ("scene: night", "scene: nihgt", "E205", "did you mean 'night'?"),
    ("kind: ticket", "kind: tiket", "E205", "did you mean 'ticket'?"),
    ("initial: unknown", "initial: unkown", "E205", "did you mean 'unknown'?"),
    ("{range: [0, 3], initial: 0}", "{range: [0, 3], initial: 4}", "E205", "0 to 3"),
    ("{disk: A disk", "{disc: A disk", "E205", "did you mean 'disk'?"),
    ("offer: [none, solid]", "offer: []", "E206", "fewer than 1"),
    ("{ending: saved,", "{", "E207", "exactly one of 'choices', 'outcomes', 'ending'"),
    ("[0, 3], initial", "[0, 3], values: [a, b], initial", "E207", "keep one"),
    ("then: search", "then: serch", "E301", "did you mean 'search'?"),
    ("start: alarm", "start: alrm", "E301", "did you mean 'alarm'?"),
    ("loss: {reentry: 4500", "loss: {re_entry: 4500", "E302", "did you mean 'reentry'?"),
    ("set: {asked: true}", "set: {askd: true}", "E302", "did you mean 'asked'?"),
    ("breaches: verify", "breaches: [verfy]", "E302", "did you mean 'verify'?"),
    ("keeps: verify", "keeps: verfy", "E302", "did you mean 'verify'?"),
    ("causes: [reentry]", "causes: [reetry]", "E302", "did you mean 'reentry'?"),
    ("  fault: {label", "  falt: {label", "E302", "did you mean 'fault'?"),
    ("shown: {disk: One disk", "shown: {dsk: One disk", "E302", "did you mean 'disk'?"),
    ("given: fault", "given: falt", "E302", "did you mean 'fault'?"),
    ("default: solid", "default: hard", "E302", "not on offer"),
    ("  idle_staff: 1600", "  idle_stuff: 1600", "E302", "did you mean 'idle_staff'?"),
    ("  asked: false", "  minutes: false\n  asked: false", "E303", "built in"),
    ("  asked: false", "  lambda: false\n  asked: false", "E303", "built in"),
    ("  asked: false", "  fault: false\n  asked: false", "E304", "already"),
    ("  asked: false", "  loss_reentry: false\n  asked: false", "E304", "already"),
    ("when: not asked\n        h", "when: not askd\n        h", "E401", "did you mean 'asked'?"),
    ("when: not asked\n        h", "when: looks + 1\n        h", "E401", "truth value"),
    ("when: not asked\n        h", "when: asked.real\n        h", "E401", "not allowed"),
    ("when: not asked\n        h", "when: looks ** 99 > 1\n        h", "E401", "only + - *"),
    ("when: not asked\n        h", "when: open('x')\n        h", "E401", "can be called"),
    ("set: {cause: disk}", "set: {cause: dsk}", "E401", "did you mean"),
    ("set: {asked: true}", "set: {asked: 1}", "E401", "true or false"),
    ("log_kept: asked", "log_kept: kept", "E401", "not a name"),
    ("log_kept: asked", "log_kept: not true", "E401", "did you mean 'True'?"),
    ("admission: facts", "admission: fact", "E401", "not a name"),
    ("when: not asked\n        h", "when: fault == 'disk'\n        h", "E402", "tell the player"),
    ("{when: not insured,", "{when: fault == 'disk',", "E402", "tell the player"),
    ("log_kept: asked", "log_kept: fault == 'disk'", "E402", "tell the player"),
    ("gross_when: not asked", "gross_when: fault == 'disk'", "E402", "tell the player"),
    ("hours: 1.5", "hours: \"1 if fault == 'disk' else 2\"", "E402", "tell the player"),
    ("set: {cause: disk}", "set: {cause: \"'disk' if fault == 'disk' else cause\"}", "E402", "p"),
    ("4500.00 EUR", "4500.0 EUR", "E403", "1200.00 EUR"),
    ("4500.00 EUR", "4500.50", "E403", "1200.00 EUR"),
    ("4500.00 EUR", "USD 12", "E401", "not an expression"),
    ("rate: 80.00 EUR", 'rate: "80 + looks"', "E403", "changes during play"),
    ("hours: 1.5", "hours: 1.511", "E404", "decimals of an hour"),
    ("hours: 1.5", "hours: -1", "E404", "decimals of an hour"),
    ("2026-03-03 08:12", "2026-02-30 08:12", "E404", "no day of the calendar"),
    ('to: "17:00"', 'to: "07:00"', "E404", "closes before it opens"),
    ('"min(looks + 1, 3)"', "looks + 1", "E405", "bound it with min"),
    ('"640 if', '"-640 if', "E405", "bound it"),
    ("notice_days: \"0 if", "notice_days: \"-2 if", "E405", "-1 to 400"),
    ("disk: 0.6, controller: 0.4", "disk: 0.6, controller: 0.3", "E501", "add up to 0.9"),
    ("disk: {intact: 1/2,", "disk: {intact: 1/3,", "E501", "add up to 5/6"),
    ("p: rest", "p: 0.3", "E501", "when fault = controller"),
    ("p: \"0.7 if fault == 'disk'", "p: \"1.7 if fault == 'disk'", "E503", "from 0 to 1"),
    ("intact: 0.05, destroyed: 0.95", "intact: 0.05, destroyed: 0.9", "E501", "backup = destr"),
    ("{intact: 0.05, destroyed: 0.95}", "{intact: 0.05}", "E503", "each of intact, destroyed"),
    ("p: \"0.7 if fault", "p: \"0.7 if falt", "E503", "did you mean 'fault'?"),
    ("p: \"0.7 if fault == 'disk' else 0.2\"", "p: rest", "E503", "two outcomes"),
    ("controller: {intact: 0.9", "contrller: {intact: 0.9", "E504", "for 'controller'"),
    ("{intact: 0.9, destroyed: 0.1}", "{intact: 0.9, destryed: 0.1}", "E504", "'destroyed'"),
    ("disk: 0.6,", "disk: much,", "E503", "decimal or a fraction"),
    ("It is {clock}.", "It is {fault}.", "E601", "{clock}"),
    ("{client_loss}", "{loss_reentry}", "E601", "{client_loss}"),
    ("choices: {alarm: restore}", "choices: {alarm: restor}", "E701", "did you mean 'restore'?"),
    ("choices: {alarm: restore}", "choices: {search: found}", "E701", "does not exist"),
    ("facts: {fault: disk,", "facts: {fault: dsk,", "E701", "did you mean 'disk'?"),
    ("outcomes: {restored: garb", "outcomes: {restored: grb", "E701", "did you mean 'garbage'?"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "part"), FAULTS)
def test_each_fault_is_told_with_its_place_and_remedy(old, new, code, part):
    assert old in SMALL
    broken = SMALL.replace(old, new, 1)
    findings = findings_of(broken)
    found = [finding for finding in findings if finding.code == code]
    assert found, [str(finding) for finding in findings]
    assert any(part in f"{finding.message} {finding.remedy}" for finding in found), found
    assert all(finding.remedy and finding.message for finding in found)
    place = SMALL.index(old)
    first = SMALL.count("\n", 0, place) + 1
    # at the change itself, or at the key of the node or list that holds it
    assert any(first - 14 <= finding.line <= first + new.count("\n") + 1 for finding in found)


EXACT_LINES = [
    ("then: search", "then: serch", "E301"),
    ("when: not asked\n        h", "when: fault == 'disk'\n        h", "E402"),
    ("4500.00 EUR", "4500.0 EUR", "E403"),
    ("  asked: false", "  minutes: false", "E303"),
    ("disk: 0.6, controller: 0.4", "disk: 0.6, controller: 0.3", "E501"),
]


@pytest.mark.parametrize(("old", "new", "code"), EXACT_LINES)
def test_the_line_and_column_are_exact(old, new, code):
    finding = next(f for f in findings_of(SMALL.replace(old, new, 1)) if f.code == code)
    line = SMALL[: SMALL.index(old)].count("\n") + 1
    assert finding.line == line
    text = SMALL.replace(old, new, 1).splitlines()[line - 1]
    start = text[finding.column - 1 :]
    assert start.startswith(("serch", "fault ==", "4500.0", "minutes", "{disk"))


def test_the_sentence_names_file_line_column_code_and_remedy():
    (finding,) = findings_of(SMALL.replace("then: search", "then: serch"))
    line = SMALL[: SMALL.index("then: search")].count("\n") + 1
    assert str(finding) == (
        f"story/scenario.yaml:{line}:15: E301 there is no node 'serch' - did you mean 'search'?"
    )


def test_all_faults_are_told_at_once():
    broken = SMALL
    for old, new in (
        ("then: search", "then: serch"),
        ("4500.00 EUR", "4500.0 EUR"),
        ("It is {clock}.", "It is {time}."),
        ("text: Restore\n", "txt: Restore\n"),
        ("disk: 0.6", "disk: 0.5"),
        ("keeps: verify", "keeps: verfy"),
    ):
        broken = broken.replace(old, new)
    codes = [finding.code for finding in findings_of(broken)]
    assert sorted(codes) == ["E201", "E202", "E301", "E302", "E403", "E501", "E601"]
    lines = [finding.line for finding in findings_of(broken)]
    assert lines == sorted(lines)


def test_one_fault_brings_no_followers():
    """A choice with a misspelt key is dropped, yet a plan may go on naming it."""
    codes = [f.code for f in findings_of(SMALL.replace("text: Restore\n", "txt: Restore\n"))]
    assert codes == ["E201", "E202"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "E105"),
        (b"- a\n", "E105"),
        (b"a: b: c\n", "E104"),
        (b"a: [1, 2\n", "E104"),
        (b"\tformat: 1\n", "E104"),
        (b"title: caf\xe9\n", "E103"),
        (b"a: 1\n---\nb: 2\n", "E106"),
        (b"a: " + b"x" * 2_000_001, "E102"),
        (b"a: " + b"[" * 50 + b"]" * 50, "E110"),
        (b"a: [" + b"1," * 100_001 + b"1]", "E107"),
        (b"a: \x00\n", "E104"),
    ],
)
def test_what_is_not_even_a_mapping_in_yaml(data, code):
    assert [finding.code for finding in findings_of(data)] == [code]


def test_the_line_of_a_wrong_byte_and_of_a_syntax_error():
    assert findings_of(b"a: 1\nb: \xff\n")[0].line == 2
    assert findings_of(b"a: 1\nb: c: d\n")[0].line == 2


def test_files_that_cannot_be_read(tmp_path):
    for path in (tmp_path / "missing", tmp_path, tmp_path / "nul\0"):
        with pytest.raises(ScenarioFileError) as caught:
            load_scenario(path)
        (finding,) = caught.value.findings
        assert finding.code == "E101"
        assert "cannot be read" in finding.message


def test_findings_end_at_a_bound():
    many = "".join(f"  x{number}: {{}}\n" for number in range(2 * MAX_FINDINGS))
    assert len(findings_of(SMALL.replace("variables:\n", f"variables:\n{many}"))) == MAX_FINDINGS


def test_too_many_situations_to_prove():
    numbers = "".join(f"  n{i}: {{range: [0, 99], initial: 0}}\n" for i in range(9))
    test = " and ".join(f"n{i} > 50" for i in range(9))
    broken = SMALL.replace("variables:\n", f"variables:\n{numbers}").replace(
        "0.7 if fault == 'disk'", f"0.7 if {test}"
    )
    (finding,) = findings_of(broken)
    assert finding.code == "E502"
    assert "fewer names" in finding.remedy


def test_probabilities_are_checked_around_every_number():
    hours = SMALL.replace("0.7 if fault == 'disk' else 0.2", "0.7 if hours >= 5 else 0.2")
    assert parse_scenario(hours)
    (finding,) = findings_of(hours.replace("p: rest", 'p: "0.3 if hours > 5 else 0.8"'))
    assert finding.code == "E501"
    assert "when hours = 5" in finding.message


def test_one_of_two_facts_with_the_same_words_must_be_named():
    twin = SMALL.replace("variables:\n", "  other: {intact: 0.5, destroyed: 0.5}\nvariables:\n", 1)
    findings = findings_of(twin)
    assert {finding.code for finding in findings} == {"E503"}
    assert "belong to 2 facts" in findings[0].message
