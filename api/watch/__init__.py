"""What an operator sees: log lines, metrics, timings, slow operations, traces; no answer depends on it."""
