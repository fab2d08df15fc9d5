"""Counts requests and times their stages, for Prometheus."""

from prometheus_client import CollectorRegistry, Counter, Histogram

from api.logs import Facts
from api.watch.names import Names
from api.watch.requests import Request

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
STAGE_SECONDS = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5)
COSTS = (10, 100, 1_000, 10_000, 100_000, 1_000_000)
STAGES = ("parse", "lower", "run", "write")


class Metrics:
    """What is counted while requests are answered."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.names = Names()
        self.requests = Counter(
            "detente_requests",
            "Requests answered, by route, operation name and outcome: OK, HTTP_404 and so on, or an error's code.",
            ("route", "operation", "outcome"),
            registry=registry,
        )
        self.seconds = Histogram(
            "detente_request_seconds",
            "Time from a request's headers to the last byte handed to the network.",
            ("route",),
            registry=registry,
            buckets=SECONDS,
        )
        stages = Histogram(
            "detente_stage_seconds",
            "Time in each stage; parse and lower only count operations that were not known yet.",
            ("stage",),
            registry=registry,
            buckets=STAGE_SECONDS,
        )
        self.stages = [(f"{stage}_ms", stages.labels(stage)) for stage in STAGES]
        self.cost = Histogram(
            "detente_operation_cost", "Rows that operations could touch.", registry=registry, buckets=COSTS
        )
        self.answered = Counter(
            "detente_answers",
            "Answers to operations, by where they came from: hit, miss, 304 or off.",
            ("cache",),
            registry=registry,
        )
        self.bytes = Counter(
            "detente_answer_bytes", "Bytes of answers, before compression.", registry=registry
        )

    def observe(self, request: Request) -> None:
        """Count one request."""
        facts = request.facts
        route = request.route or "none"
        self.requests.labels(route, self._operation(request), _outcome(facts)).inc()
        self.seconds.labels(route).observe(request.seconds)
        for key, stage in self.stages:
            if milliseconds := _number(facts, key):
                stage.observe(milliseconds / 1000)
        if "cost" in facts:
            self.cost.observe(_number(facts, "cost"))
        if "cache" in facts:
            self.answered.labels(facts["cache"]).inc()
            self.bytes.inc(_number(facts, "bytes"))

    def _operation(self, request: Request) -> str:
        return self.names.label(request.facts.get("operation")) if request.route == "/graphql" else ""


def _number(facts: Facts, key: str) -> float:
    value = facts.get(key)
    return value if isinstance(value, int | float) else 0.0


def _outcome(facts: Facts) -> str:
    """How a request ended: "OK", the code of an error, a status, or that nobody was left to answer."""
    if code := facts.get("code"):
        return str(code)
    status = facts.get("status")
    if not isinstance(status, int):
        return "NO_ANSWER"
    return "OK" if status < 400 else f"HTTP_{status}"  # noqa: PLR2004 - where errors begin
