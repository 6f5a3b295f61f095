"""A retired id leads to something that lives."""

from collections.abc import Iterator

from leidraad.model.framework import Framework
from leidraad.model.problem import Problem

ID = "kring"
UITLEG = "Een vervallen id verwijst naar een opvolger, en uiteindelijk naar iets dat bestaat; niet in een kring."


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every retired id whose successors run in a circle."""
    successor = {item.oud: item.nieuw for item in framework.kern.vervallen}
    for index, item in enumerate(framework.kern.vervallen):
        seen = {item.oud}
        following = item.nieuw
        while following in successor and following not in seen:
            seen.add(following)
            following = successor[following]
        if following in seen:
            message = f"de opvolgers van «{item.oud}» lopen in een kring; wijs naar een onderdeel dat bestaat"
            yield Problem(framework.kern.place("vervallen", index, "nieuw"), message, ID)
