"""A QR code of ours is the one that segno draws, dot for dot."""

import random
import string

import segno

from leidraad.render.cursus.qr import dots


def _drawn(url: str) -> list[int]:
    code = segno.make(url, error="m", micro=False, mask=3)
    return [int("".join(map(str, row)), 2) for row in code.matrix_iter(border=0)]


def test_a_code_of_every_length_is_the_one_of_segno() -> None:
    """Addresses of each length up to four hundred signs, which pass every size and way of correcting there is."""
    made = random.Random(7)  # noqa: S311  # the same ones each time
    signs = string.ascii_lowercase + string.digits + "/-.:#=~%?&"
    for length in range(1, 400):
        url = made.choice(string.ascii_lowercase) + "".join(made.choices(signs, k=length - 1))
        assert dots(url) == _drawn(url), url


def test_an_address_that_is_written_in_another_way_is_left_to_segno() -> None:
    """Capitals and digits alone are packed closer; letters with accents take two bytes."""
    for url in ("HTTPS://A.EXAMPLE/1", "1234567", "https://súdwest.example/é", "https://ij.example/ĳ"):
        assert dots(url) == _drawn(url), url
