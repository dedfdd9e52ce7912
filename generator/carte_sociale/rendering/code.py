"""The code that templates were compiled to, for the environments of every language and for the next build.

Compiling all templates takes 0.35 s, as long as a build after one record changed may take for the rest.
"""

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Codes(BytecodeCache):
    """Codes by template. One whose source changed is made anew; so is what another version of Jinja or Python made.

    `conserves` is what may be kept between builds, where nobody else can write; `nouveaux` whether it has grown.
    """

    def __init__(self) -> None:
        self.conserves: dict[str, bytes] = {}
        self.nouveaux = False
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of this source, where it is known."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))
        if bucket.code is None and bucket.key in self.conserves:
            bucket.bytecode_from_string(self.conserves[bucket.key])
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep code that was just made."""
        self._remember(bucket)
        self.conserves[bucket.key] = bucket.bytecode_to_string()
        self.nouveaux = True

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


CODES = Codes()
"""Those of this process."""
