"""`Bundle`: what goes in comes out, and equal bundles are equal bytes."""

import numpy as np

from maquette.pipeline.bundle import Bundle


def test_round_trip_of_arrays_files_and_facts() -> None:
    bundle = Bundle(
        {"a.b": np.arange(6, dtype=np.float32).reshape(2, 3), "empty": np.zeros((0, 3), np.int32)},
        {"model.glb": b"glTF\0\xff", "nothing": b""},
        {"n": 1, "list": [1, None, "ä"]},
    )
    back = Bundle.from_bytes(bundle.to_bytes())
    assert set(back.arrays) == set(bundle.arrays)
    for name, array in bundle.arrays.items():
        assert back.arrays[name].dtype == array.dtype
        assert np.array_equal(back.arrays[name], array)
    assert back.files == bundle.files
    assert back.meta == bundle.meta


def test_equal_bundles_are_equal_bytes_whatever_the_order() -> None:
    one = Bundle({"x": np.ones(3), "y": np.zeros(2)}, meta={"p": 1, "q": 2})
    two = Bundle({"y": np.zeros(2), "x": np.ones(3)}, meta={"q": 2, "p": 1})
    assert one.to_bytes() == two.to_bytes()
