"""What Windows libraries and programs name: the libraries they need, and what they offer (PE format)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Portable:
    """An executable file of Windows, by its bytes."""

    data: bytes

    @classmethod
    def read(cls, file: Path) -> Portable:
        """Read a file."""
        return cls(file.read_bytes())

    @property
    def _header(self) -> int:
        (start,) = struct.unpack_from("<I", self.data, 0x3C)
        if self.data[start : start + 4] != b"PE\0\0":
            raise ValueError("no executable of Windows")
        return int(start)

    def _table(self, number: int) -> int:
        """Address of a data directory; 0 when there is none."""
        optional = self._header + 24
        (magic,) = struct.unpack_from("<H", self.data, optional)
        first = optional + (112 if magic == 0x20B else 96)
        (address,) = struct.unpack_from("<I", self.data, first + 8 * number)
        return int(address)

    def _at(self, address: int) -> int:
        """Where in the file an address of the loaded image is."""
        count, size = struct.unpack_from("<H12xH", self.data, self._header + 6)
        for index in range(count):
            place = self._header + 24 + size + 40 * index
            length, begins, stored, offset = struct.unpack_from("<IIII", self.data, place + 8)
            if begins <= address < begins + max(length, stored):
                return int(address - begins + offset)
        raise ValueError(f"nothing lies at {address:#x}")

    def _text(self, address: int) -> str:
        start = self._at(address)
        return self.data[start : self.data.index(b"\0", start)].decode("ascii")

    def needs(self) -> set[str]:
        """Names of the libraries that it is loaded with or loads on first use, in lower case."""
        found = set()
        for number, size, name_at in ((1, 20, 12), (13, 32, 4)):
            table = self._table(number)
            place = self._at(table) if table else 0
            while place:
                (name,) = struct.unpack_from("<I", self.data, place + name_at)
                if not name:
                    break
                found.add(self._text(name).lower())
                place += size
        return found

    def exports(self) -> list[str]:
        """Names that it offers."""
        table = self._table(0)
        if not table:
            return []
        count, names = struct.unpack_from("<I4xI", self.data, self._at(table) + 24)
        place = self._at(names)
        return [self._text(address) for address in struct.unpack_from(f"<{count}I", self.data, place)]
