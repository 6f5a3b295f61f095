"""Signs that nobody sees: all of Unicode is asked, not a list of examples."""

import unicodedata

from leidraad.model.yaml.signs import unseen, without_unseen

_UNSEEN_KINDS = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def test_every_sign_that_nobody_sees_is_refused() -> None:
    """Control, format, half and private signs, line separators and what is no sign; a tab and a line end pass."""
    all_signs = [chr(code) for code in range(0x110000)]
    hidden = {sign for sign in all_signs if unicodedata.category(sign) in _UNSEEN_KINDS or ord(sign) & 0xFFFE == 0xFFFE}
    passed = {sign for sign in hidden if not [*unseen(f"a{sign}b")]}
    assert passed == {"\t", "\n"}


def test_what_is_seen_passes() -> None:
    """Letters of any script, spaces that keep words together, signs, and pictures with what joins them."""
    seen = "Zoë · Łódź, 𝓐 中 עברית ① – — … €\u00a010\u202f000 👩🏽\u200d🌾 ❤\ufe0f 1\ufe0f"
    assert [*unseen(seen)] == []
    assert without_unseen(seen) == seen


def test_a_picture_in_colour_or_in_one_passes() -> None:
    """A telephone writes a mark behind every sign that can be both: of all blocks that hold such signs, one each."""
    both = "#*7©®‼⁉™ℹ↔⌨⏏Ⓜ▪▶◻☎♀⚕✔❤⤴⬅⭐〰〽㊗㊙🅰🈂🌡🏳👁🕵🗨🛠"
    assert [sign for sign in both for mark in "\ufe0e\ufe0f" if [*unseen(sign + mark)]] == []
    assert [*unseen("🏳\ufe0f\u200d🌈 👁\ufe0f\u200d🗨\ufe0f 1\ufe0f\u20e3")] == []


def test_a_joiner_between_letters_is_refused() -> None:
    """It makes two words of what is read as one."""
    assert [*unseen("werk\u200dzoeker")] != []
    assert without_unseen("werk\u200dzoe\ufe0fker") == "werkzoeker"
