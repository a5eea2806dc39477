"""Dialects are found through the entry point group, a third party's like the built-in ones."""

from __future__ import annotations

from maquette.dialects.dialect import Dialect, load_dialects


def test_installed_dialects_are_found(tmp_path, monkeypatch):
    info = tmp_path / "somebody-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: somebody\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[maquette.dialects]\nsomebodys = maquette.dialects.rodin:dialect\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert any(isinstance(d, Dialect) and d.id == "rodin" for d in load_dialects())
