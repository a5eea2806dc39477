import io

import numpy as np
import pytest
from PIL import Image

from maquette.errors import MeshError
from maquette.formats.png import decode_image, encode_png, image_size

RNG = np.random.default_rng(0)


@pytest.mark.parametrize("shape", [(7, 5), (7, 5, 3), (7, 5, 4)])
def test_other_readers_see_the_same_pixels(shape: tuple[int, ...]) -> None:
    pixels = RNG.integers(0, 256, shape).astype(np.uint8)
    data = encode_png(pixels)
    np.testing.assert_array_equal(np.asarray(Image.open(io.BytesIO(data))), pixels)
    assert encode_png(pixels) == data
    assert image_size(data) == (5, 7)


def test_round_trip_and_jpeg() -> None:
    pixels = RNG.integers(0, 256, (33, 20, 3)).astype(np.uint8)
    np.testing.assert_array_equal(decode_image(encode_png(pixels)), pixels)
    buffer = io.BytesIO()
    Image.fromarray(np.full((33, 20, 3), (200, 10, 90), np.uint8)).save(buffer, "JPEG", quality=95)
    assert image_size(buffer.getvalue()) == (20, 33)
    assert np.abs(decode_image(buffer.getvalue()).astype(int) - [200, 10, 90]).max() < 6


def test_what_is_no_picture_is_refused() -> None:
    data = encode_png(np.zeros((4, 4, 3), np.uint8))
    for bad in (b"", b"GIF89a", data[:30], b"\xff\xd8\xff"):
        with pytest.raises(MeshError, match="neither PNG, JPEG nor WebP"):
            decode_image(bad)
    bomb = data[:16] + (100_000).to_bytes(4, "big") * 2 + data[24:]
    with pytest.raises(MeshError, match="100000x100000"):
        decode_image(bomb)
    with pytest.raises(MeshError, match="encode_png"):
        encode_png(np.zeros((4, 4, 2), np.uint8))
