"""A template that was compiled → kept in __pycache__, as Python keeps a module: taking them apart takes a second.

What is old, broken or made of another template is the same as none; so is a folder that cannot be written in.
"""

import sys
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from leidraad.model.reading import memory

_FOLDER = Path(__file__).with_name("__pycache__")
_ALSO = [Path(__file__).with_name("fragment.py")]  # what a filter makes of words in a template stands in it


class Compiled(BytecodeCache):
    """The templates as one kind of environment takes them apart."""

    def __init__(self, kind: type[Environment]) -> None:
        """Keep those of another kind apart, and of another machine."""
        file = sys.modules[kind.__module__].__file__
        self._kind = kind.__qualname__.lower()
        self._machine = memory.digest([*_ALSO, *([Path(file)] if file else [])], jinja2.__version__, sys.version)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept of a template, if it is the same."""
        if content := memory.kept(self._file(bucket), self._key(bucket)):
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        memory.keep(self._file(bucket), self._key(bucket), bucket.bytecode_to_string())

    def _file(self, bucket: Bucket) -> Path:
        return _FOLDER / f"{bucket.key}-{self._kind}.sjabloon"

    def _key(self, bucket: Bucket) -> bytes:
        return memory.digest([], self._machine, bucket.key, bucket.checksum) if self._machine else b""
