"""Warnings that a stage's code logs reach its job, and no other one."""

import logging
import threading

from maquette.pipeline.notices import forward_warnings

LOG = logging.getLogger("maquette.geometry.unwrap")


def test_warnings_of_this_thread_are_forwarded_inside_the_block_only() -> None:
    heard: list[str] = []
    LOG.warning("before")
    with forward_warnings(heard.append):
        LOG.warning("charts are %s", "boxes")
        LOG.info("detail")
        other = threading.Thread(target=LOG.warning, args=("another job's",))
        other.start()
        other.join()
    LOG.warning("after")
    assert heard == ["charts are boxes"]
