"""What item pages show, made from answers by pure functions: flows, time-lines, contested points, counts, citations."""
