"""Settings that are each good, and do not go together or need something that is not there."""

import importlib.util
import os
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

from api.doctor.findings import Finding, ok, warn
from api.doctor.findings import fail as failed
from api.doctor.patient import Patient
from api.errors import DocumentError
from api.graph.documents import OWN, read_trusted
from api.settings import Settings


def check(patient: Patient) -> Iterator[Finding]:
    """Look at the settings alone; no database is needed."""
    found = [*_together(patient.settings), *_extras(patient.settings), *_documents(patient)]
    yield from found or [ok("settings", "they go together.")]


def _together(settings: Settings) -> Iterator[Finding]:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if settings.workers > cores:
        yield warn(
            "settings",
            f"{settings.workers} workers share {cores} cores.",
            f"set DETENTE_WORKERS to {cores} or less: more only take memory and connections.",
        )
    if settings.statement_timeout_ms >= settings.request_timeout_ms:
        yield warn(
            "settings",
            f"a statement may run {settings.statement_timeout_ms} ms and a request {settings.request_timeout_ms} ms.",
            "set DETENTE_REQUEST_TIMEOUT_MS higher, or a second try is never made.",
        )
    if settings.metrics and not _is_loopback(settings.host):
        yield warn(
            "settings",
            f"/metrics is answered to everybody who reaches {settings.host}:{settings.port}.",
            "have the proxy before it refuse /metrics to strangers, or set DETENTE_METRICS=false.",
        )


def _extras(settings: Settings) -> Iterator[Finding]:
    for setting, value, module, extra in (
        ("DETENTE_TRACES_URL", settings.traces_url, "opentelemetry.sdk", "otel"),
        ("DETENTE_LIMITS_URL", settings.limits_url, "redis", "redis"),
    ):
        if value and not _installed(module):
            yield failed(
                "settings",
                f"{setting} is set, and what it needs is not installed.",
                f"pip install 'detente[{extra}]', or unset it.",
            )


def _documents(patient: Patient) -> Iterator[Finding]:
    folder = patient.settings.documents_dir
    try:
        read_trusted(patient.engine, *([OWN] if folder is None else [OWN, Path(folder)]))
    except DocumentError as error:
        yield failed("documents", error.message, error.hint or "mend it.")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _installed(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False
