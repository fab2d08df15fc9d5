"""Counts requests and times their stages, for Prometheus."""

from prometheus_client import CollectorRegistry

from api.logs import Facts
from api.watch.names import Names
from api.watch.requests import Request
from api.watch.tallies import Counts, Spread

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
STAGE_SECONDS = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5)
COSTS = (10, 100, 1_000, 10_000, 100_000, 1_000_000)
# The facts that stages are noted as, and their labels.
STAGES = tuple((f"{stage}_ms", (stage,)) for stage in ("parse", "lower", "run", "write"))


class Metrics:
    """What is counted while requests are answered."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.names = Names()
        self.requests = Counts(
            "detente_requests",
            "Requests answered, by route, operation name and outcome: OK, HTTP_404 and so on, or an error's code.",
            ("route", "operation", "outcome"),
        )
        self.seconds = Spread(
            "detente_request_seconds",
            "Time from a request's headers to the last byte handed to the network.",
            SECONDS,
            ("route",),
        )
        self.stages = Spread(
            "detente_stage_seconds",
            "Time in each stage; parse and lower only count operations that were not known yet.",
            STAGE_SECONDS,
            ("stage",),
            tuple(labels for _, labels in STAGES),
        )
        self.cost = Spread("detente_operation_cost", "Rows that operations could touch.", COSTS, known=((),))
        self.answered = Counts(
            "detente_answers",
            "Answers to operations, by where they came from: hit, miss, 304 or off.",
            ("cache",),
        )
        self.bytes = Counts("detente_answer_bytes", "Bytes of answers, before compression.")

        for each in (self.requests, self.seconds, self.stages, self.cost, self.answered, self.bytes):
            registry.register(each)

    def observe(self, request: Request) -> None:
        """Count one request."""
        facts = request.facts
        route = request.route or "none"
        self.requests.add((route, self._operation(request), _outcome(facts)))
        self.seconds.observe(request.seconds, (route,))
        for fact, labels in STAGES:
            if milliseconds := _number(facts, fact):
                self.stages.observe(milliseconds / 1000, labels)
        if "cost" in facts:
            self.cost.observe(_number(facts, "cost"))
        if "cache" in facts:
            self.answered.add((str(facts["cache"]),))
            self.bytes.add(amount=_number(facts, "bytes"))

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
