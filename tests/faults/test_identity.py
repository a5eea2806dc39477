"""Who a worker is: no two living ones are the same, on one host or on several."""

from __future__ import annotations

import asyncio

from tests.faults.cluster import Cluster


async def test_two_living_processes_never_share_an_id(cluster: Cluster) -> None:
    cluster.start("--slot", "0")
    await cluster.ready(1)
    second = cluster.start("--slot", "0")
    cluster.start()  # without --slot it takes the next free one
    assert await asyncio.to_thread(second.wait, 30) == 1
    assert "belongs to a living process" in cluster.log()
    await cluster.ready(2)


async def test_a_copied_data_folder_is_refused(large: Cluster) -> None:
    large.start(host="one")
    await large.ready(1)
    (large.folder / "two").mkdir()
    (large.folder / "two" / "node_id").write_text((large.folder / "one" / "node_id").read_text())
    copy = large.start(host="two")
    assert await asyncio.to_thread(copy.wait, 30) == 1
    assert "remove `node_id`" in large.log()
