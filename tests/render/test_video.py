from __future__ import annotations

import sys

import numpy as np
import pytest

from maquette.errors import DependencyMissing, EngineError
from maquette.render.video import _writes_h264, encode_mp4, find_ffmpeg


def hide_ffmpeg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)


def test_without_ffmpeg_the_error_says_how_to_get_it(monkeypatch):
    hide_ffmpeg(monkeypatch)
    with pytest.raises(DependencyMissing, match=r"pip install 'maquette\[video\]'"):
        find_ffmpeg()


def program(folder, text: str) -> None:
    path = folder / "ffmpeg"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def test_one_on_path_is_taken_only_if_it_writes_h264(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    monkeypatch.setenv("PATH", f"{tmp_path}")
    _writes_h264.cache_clear()
    program(tmp_path, "echo ' V....D libx264  H.264'")
    assert find_ffmpeg() == str(tmp_path / "ffmpeg")
    _writes_h264.cache_clear()
    program(tmp_path, "echo ' V....D mpeg4'")
    with pytest.raises(DependencyMissing):
        find_ffmpeg()
    _writes_h264.cache_clear()


def test_a_failing_ffmpeg_is_an_error_with_its_own_words(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", f"{tmp_path}")
    _writes_h264.cache_clear()
    program(tmp_path, 'if [ "$2" = -encoders ]; then echo libx264; exit 0; fi; echo no room left >&2; exit 1')
    with pytest.raises(EngineError, match="no room left"):
        encode_mp4([np.zeros((64, 64, 3), np.uint8)] * 50, 25)
    _writes_h264.cache_clear()
