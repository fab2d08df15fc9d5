"""FollowTheMoney: what its model can hold of the data, as entities, one on each line."""
