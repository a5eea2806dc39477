import os
from pathlib import Path

import numpy as np
import pytest

from maquette.errors import DependencyMissing
from maquette.formats.glb import write_glb
from maquette.formats.validate import FOLDER_VARIABLE, INSTALL, find_validator, validate_glb
from maquette.geometry import primitives

pytestmark = pytest.mark.node


@pytest.fixture(autouse=True)
def _validator(request: pytest.FixtureRequest) -> None:
    if find_validator() is None and "absent" not in request.node.name:
        if os.environ.get("CI"):
            pytest.fail(f"The Khronos validator is missing: {INSTALL}")
        pytest.skip(f"the Khronos validator is not installed: {INSTALL}")


def test_a_good_file_has_no_issues() -> None:
    verdict = validate_glb(write_glb(primitives.torus(), None, extras={"seed": 1}))
    assert (verdict.errors, verdict.warnings) == (0, 0)
    assert verdict.messages == ()
    assert verdict.version.startswith("2.0")
    assert verdict.to_dict()["errors"] == 0


def test_faults_are_counted_and_named() -> None:
    data = bytearray(write_glb(primitives.box(), None, extras={}))
    at = data.index(b"BIN\0") + 4
    data[at : at + 4] = np.float32("nan").tobytes()
    verdict = validate_glb(bytes(data))
    assert verdict.errors >= 1
    assert "ACCESSOR_INVALID_FLOAT" in " ".join(verdict.messages)


def test_an_absent_validator_names_the_install_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    with pytest.raises(DependencyMissing, match="npm install"):
        validate_glb(b"")
