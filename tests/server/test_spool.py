"""`Spool` behaves like the standard library's spooled file, wherever its bytes are."""

import tempfile

import pytest

from maquette.server.spool import Spool

PIECES = (b"abc", b"", b"defgh", b"i" * 20)
WHOLE = b"".join(PIECES)


@pytest.mark.parametrize("small", [0, 3, 8, 100])
@pytest.mark.parametrize("start", [0, 5, 28, 40])
@pytest.mark.parametrize("size", [-1, 0, 4, 100])
def test_reads_as_the_standard_librarys(small, start, size):
    spool = Spool(small)
    with tempfile.TemporaryFile() as standard:
        for piece in PIECES:
            assert spool.write(piece) == standard.write(piece)
            assert spool.tell() == standard.tell()
        for file in (spool, standard):
            file.seek(start)
        assert [spool.read(size), spool.tell(), spool.read()] == [standard.read(size), standard.tell(), standard.read()]
    spool.close()


def test_goes_to_the_disk_with_the_first_byte_too_many():
    spool = Spool(len(WHOLE))
    for piece in PIECES:
        spool.write(piece)
    assert not spool._rolled
    spool.write(b"x")
    assert spool._rolled
    spool.seek(0)
    assert spool.read() == WHOLE + b"x"
    spool.close()


def test_a_small_file_is_put_together_once():
    spool = Spool()
    for piece in PIECES:
        spool.write(piece)
    spool.seek(0)
    first = spool.read()
    spool.seek(0)
    assert first == WHOLE
    assert spool.read() is first
