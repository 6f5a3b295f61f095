"""Run every benchmark and print its lines: `make bench`."""

from bench import build, checking, different, editions, guide, language, load, opening, packages, saving, search, weight


def main() -> None:
    """Print what each benchmark measured, with its aim."""
    for module in (
        load,
        checking,
        build,
        editions,
        different,
        packages,
        weight,
        search,
        opening,
        language,
        guide,
        saving,
    ):
        print(f"\n{(module.__doc__ or '').splitlines()[0]}")
        for line in module.measure():
            print(f"  {line}")


main()
