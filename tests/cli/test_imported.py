"""What ``reviewer import`` tells at its end: kinds, what came with mails, and what is alike."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from reviewer.cli import imported
from tests.cli.running import Run

pytestmark = pytest.mark.usefixtures("signed_in")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
LONG = "\n".join(
    f"On day {NUMBERS[day]} the {NUMBERS[man]} at bridge {NUMBERS[-man]} heard {man}{day} shots."
    for day in range(10)
    for man in range(10)
)


def a_file(folder: Path, name: str, words: str) -> Path:
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path


def a_mail(folder: Path) -> Path:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "noor@example.org", "Two letters"
    mail.set_content("Both are attached.\n")
    for name in ("one.txt", "two.txt"):
        mail.add_attachment(f"Words of {name}.\n", filename=name)
    mail.add_attachment("<p>Words of a page.</p>", subtype="html", filename="page.html")
    path = folder / "letters.eml"
    path.write_bytes(bytes(mail))
    return path


def test_at_the_end_it_is_said_by_kind_what_came_and_what_of_it_with_a_mail(
    run: Run, tmp_path: Path
) -> None:
    mail, page = a_mail(tmp_path), a_file(tmp_path, "a.html", "<p>Words of another page.</p>")
    ended = run("import", tmp_path / "new.review", mail, page)
    assert ended.out == (
        "5 documents imported into “new.review”, 0 refused.\n"
        "By kind: Web page 2, Plain text 2, Mail 1.\n"
        "3 of them came with mails: Plain text 2, Web page 1.\n"
    )


def test_what_came_with_a_mail_names_it(run: Run, tmp_path: Path) -> None:
    ended = run("import", tmp_path / "new.review", a_mail(tmp_path), "--json")
    assert [(one["called"], one["came_with"]) for one in ended.values["imported"]] == [
        ("letters.eml", ""),
        ("letters.eml/one.txt", "D1"),
        ("letters.eml/two.txt", "D1"),
        ("letters.eml/page.html", "D1"),
    ]


def test_documents_that_say_nearly_the_same_are_named_with_what_was_compared(
    run: Run, tmp_path: Path
) -> None:
    half = len(LONG) // 2
    files = [
        a_file(tmp_path, "a.txt", LONG),
        a_file(tmp_path, "b.txt", LONG.replace("On day five", "On day twenty")),
        a_file(tmp_path, "c.txt", LONG.upper()),
        a_file(tmp_path, "d.txt", LONG[:half] + LONG[:half].replace("heard", "saw no")),
        a_file(tmp_path, "e.txt", "Something else was said, of which there is no copy anywhere."),
    ]
    ended = run("import", tmp_path / "new.review", *files, "--json")
    near = [one["near"] for one in ended.values["imported"]]
    assert ended.values["compared"] is True
    assert [one and one["document"] for one in near] == [None, "D1", "D1", "D1", None]
    assert near[2] == {"document": "D1", "shared": 64, "of": 64}
    nearly, _every, much = (f"{one['shared']} of {one['of']}" for one in near[1:4])
    assert ended.err.splitlines() == [
        f"D2 says nearly the same as D1: {nearly} phrases that were compared are the same.",
        "D3 says nearly the same as D1: 64 of 64 phrases that were compared are the same.",
        f"D4 shares much with D1: {much} phrases that were compared are the same.",
    ]


def test_a_document_is_compared_with_those_of_earlier_imports(run: Run, tmp_path: Path) -> None:
    project = tmp_path / "new.review"
    run("import", project, a_file(tmp_path, "a.txt", LONG), "--no-compare")
    ended = run("import", project, a_file(tmp_path, "b.txt", f"{LONG}\nMore."))
    assert ended.code == 0
    assert ended.err.startswith("D2 says nearly the same as D1: ")


def test_the_very_same_words_are_said_once(run: Run, tmp_path: Path) -> None:
    files = [a_file(tmp_path, "a.txt", LONG), tmp_path / "b.txt"]
    files[1].write_bytes(b"\xef\xbb\xbf" + LONG.encode())
    ended = run("import", tmp_path / "new.review", *files)
    assert ended.err == "“b.txt”: it has the same words as D1, which came in another file.\n"


def test_nothing_is_compared_where_one_says_so(run: Run, tmp_path: Path) -> None:
    files = [a_file(tmp_path, "a.txt", LONG), a_file(tmp_path, "b.txt", f"{LONG}\nMore.")]
    ended = run("import", tmp_path / "new.review", *files, "--no-compare", "--json")
    assert ended.err == ""
    assert ended.values["compared"] is False
    assert [one["near"] for one in ended.values["imported"]] == [None, None]


def test_what_would_take_long_is_left_out_and_said_unless_one_asks_for_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imported, "MOST_WORDS", 2_000)
    files = [a_file(tmp_path, f"{at}.txt", f"{LONG}\nNumber {at}.") for at in range(3)]
    ended = run("import", tmp_path / "new.review", *files, "--json")
    assert "was not looked for, because it takes long: --compare does it." in ended.err
    assert ended.values["compared"] is False
    ended = run("import", tmp_path / "other.review", *files, "--compare", "--json")
    assert ended.values["compared"] is True
    assert [bool(one["near"]) for one in ended.values["imported"]] == [False, True, True]


def test_of_many_that_are_alike_the_first_are_named_and_the_rest_counted(
    run: Run, tmp_path: Path
) -> None:
    files = [a_file(tmp_path, f"{at:02}.txt", f"{LONG}\nNumber {at}.") for at in range(23)]
    ended = run("import", tmp_path / "new.review", *files)
    assert len(ended.err.splitlines()) == 21
    assert ended.err.endswith("2 more documents are like earlier ones; --json names all.\n")
