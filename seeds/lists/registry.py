"""Every list that can be imported, by the word for it."""

from collections.abc import Mapping
from typing import Any

from seeds.lists.metadata import OfficialList
from seeds.lists.newsroom import newsroom
from seeds.lists.ofac import CONSOLIDATED, SDN
from seeds.lists.opensanctions import OPENSANCTIONS
from seeds.lists.un import UN

LISTS: Mapping[str, OfficialList[Any]] = {
    official.metadata.slug: official for official in (SDN, CONSOLIDATED, UN, OPENSANCTIONS, newsroom())
}
