"""The public library of FollowTheMoney reads what we export: `make ftm`."""
