"""The operator's page lists each metric, and no other."""

import re
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from tests.watch.conftest import Watched

PAGE = (Path(__file__).parents[2] / "docs" / "operating.md").read_text(encoding="utf-8")


async def test_each_metric_is_explained(watched: Watched) -> None:
    """In the table, by the name that Prometheus knows it under; alerts ask for none that there is not."""
    async with watched() as client:
        text = (await client.get("/metrics")).text
    families = list(text_string_to_metric_families(text))
    names = {f"{each.name}_total" if each.type == "counter" else each.name for each in families}
    ours = {name for name in names if name.startswith("detente_")}
    (table,) = re.findall(r"## Metrics\n(.*?)\n## ", PAGE, re.DOTALL)
    assert set(re.findall(r"detente_\w+", table)) == ours
    (alerts,) = re.findall(r"## Alerts\n(.*)", PAGE, re.DOTALL)
    assert {name.removesuffix("_bucket") for name in re.findall(r"detente_\w+", alerts)} <= ours
