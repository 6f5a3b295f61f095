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


def test_only_a_flag_that_is_drawn_may_hold_letters_that_nobody_sees() -> None:
    """The flags of England, Scotland and Wales pass whole; cut, longer, of another land or behind a letter not."""
    tags = ["".join(chr(0xE0000 + ord(letter)) for letter in name) for name in ("gbeng", "gbsct", "gbwls")]
    flags = [f"\U0001f3f4{tag}\U000e007f" for tag in tags]
    assert [*unseen(f"a{''.join(flags)}b")] == []
    hidden = [flags[0][:-1], flags[0][1:], f"{flags[0][:3]}b{flags[0][3:]}", f"{flags[0]}{tags[0]}", f"a{tags[0]}"]
    hidden += [flags[0].replace(tags[0], "".join(chr(0xE0000 + ord(letter)) for letter in "nlfr"))]
    assert [text for text in hidden if not [*unseen(text)]] == []
    assert without_unseen(f"{flags[2]}{tags[1]}") == flags[2]


def test_a_joiner_between_letters_is_refused() -> None:
    """It makes two words of what is read as one."""
    assert [*unseen("werk\u200dzoeker")] != []
    assert without_unseen("werk\u200dzoe\ufe0fker") == "werkzoeker"
