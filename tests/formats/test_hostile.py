"""Files made to exhaust a reader: refused quickly, with bounded memory. `benchmarks/bad_files.py` measures more of them."""

from __future__ import annotations

import pytest
from bad_files import USD_SECONDS, attempt, cases, damaged, good_files, measure

from maquette.errors import MeshError
from maquette.formats.registry import read_asset, write_asset
from tests.formats.samples import box

CASES = cases()


@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_at_once(case: str) -> None:
    kind, data = CASES[case]
    ((well, message, seconds, _),) = measure(kind, [data])  # dies beyond 512 MB
    assert well, message
    assert message != "read"
    assert message.endswith(".")
    assert seconds < 4 + USD_SECONDS


@pytest.mark.parametrize("name", sorted(set(good_files()) - {"zip"}))
def test_damaged_files_never_do_worse_than_one_error(name: str) -> None:
    kind, data = good_files()[name]
    if kind != "gltf":  # its companions are not there
        assert attempt(kind, data) == (True, "read")
    every = list(damaged(data, 30))
    bad = [message for well, message, _, _ in measure(kind, every[::4]) if not well]
    assert not bad


def test_a_text_of_a_2_gb_claim_is_not_believed() -> None:
    data = write_asset("ply", box(), None)[0][1]
    assert len(read_asset(data, "ply")[0].faces) == 192
    with pytest.raises(MeshError, match="ends before"):
        read_asset(data.replace(b"element vertex 98", b"element vertex 9800000"), "ply")
