"""A published script says what its source says, without what only its writer needs."""

from leidraad.editions.lean import lean_script


def test_comment_lines_indentation_and_empty_lines_go() -> None:
    """What runs stays; an address with // in a text too."""
    text = '// kop\nfunction f() {\n  // waarom\n\n  return "https://a"; // blijft\n}\n'
    assert lean_script(text) == 'function f() {\nreturn "https://a"; // blijft\n}\n'


def test_a_text_over_more_lines_stays_as_it_is() -> None:
    """Within backticks a line is content, whatever it looks like; doing it again changes nothing."""
    text = "const a = `\n  // tekst\n\n    <p>`;\n  // weg met ` teken\n  b();\n"
    assert lean_script(text) == "const a = `\n  // tekst\n\n    <p>`;\nb();\n"
    assert lean_script(lean_script(text)) == lean_script(text)
