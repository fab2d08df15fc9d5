"""Makes data up for measuring: seeded, marked as synthetic everywhere, and as skewed as the real thing."""

from seeds.synthetic.remove import remove
from seeds.synthetic.run import Report, SyntheticRefused, synthesize
from seeds.synthetic.stories import Sizes
from seeds.synthetic.tables import DATASET
from seeds.synthetic.world import is_present

__all__ = ["DATASET", "Report", "Sizes", "SyntheticRefused", "is_present", "remove", "synthesize"]
