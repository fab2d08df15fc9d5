-- Only migrations write these, so nothing else measures them for the planner.
ANALYZE search_reading;
