"""The service manifest: what reconciliation offers here, as each version of the protocol writes it."""

from typing import Any

from api.reconcile.asked import BATCH
from api.reconcile.extending import SETTINGS, Setting
from api.reconcile.kinds import TYPES

VERSIONS = ("0.2", "1.0-draft")
NAME = "Détente: sanctions, detainees, releases and relief"
PREVIEW = {"width": 420, "height": 180}
DEFAULT_TYPES = (
    "Person",
    "Detainee",
    "Target",
    "Target.ORGANIZATION",
    "Organization",
    "Country",
    "SanctionProgram",
)

Manifest = dict[str, Any]


def old_manifest(base: str, version: str) -> Manifest:
    """Return the manifest of 0.2, for a service whose endpoint has this address."""
    return {
        **_common(base, version),
        "identifierSpace": f"{base}/id/",
        "schemaSpace": f"{base}/type/",
        "view": {"url": f"{base}/id/{{{{id}}}}"},
        "preview": {"url": f"{base}/preview?id={{{{id}}}}", **PREVIEW},
        "suggest": {each: _suggest(base, each) for each in ("entity", "property", "type")},
        "extend": {
            "propose_properties": {"service_url": base, "service_path": "/extend/propose"},
            "property_settings": [_old_setting(each) for each in SETTINGS],
        },
    }


def new_manifest(base: str, version: str) -> Manifest:
    """Return the manifest of 1.0-draft, whose routes are fixed."""
    return {
        **_common(base, version),
        "view": {"url": f"{base}/id/{{id}}"},
        "preview": PREVIEW,
        "suggest": {"entity": True, "property": True, "type": True},
        "extend": {"proposeProperties": True, "propertySettings": [_new_setting(each) for each in SETTINGS]},
        "lang": "en",
        "dir": "ltr",
        "standardizedScore": True,
    }


def _common(base: str, version: str) -> Manifest:
    return {
        "versions": list(VERSIONS),
        "name": NAME,
        "documentation": base.removesuffix("/reconcile") + "/",
        "serviceVersion": version,
        "defaultTypes": [TYPES[each].shown() for each in DEFAULT_TYPES],
        "batchSize": BATCH,
    }


def _suggest(base: str, what: str) -> dict[str, str]:
    return {
        "service_url": base,
        "service_path": f"/suggest/{what}",
        "flyout_service_url": base,
        "flyout_service_path": f"/flyout/{what}?id=${{id}}",
    }


def _old_setting(setting: Setting) -> dict[str, Any]:
    return {
        "name": setting.id,
        "label": setting.name,
        "help_text": setting.help,
        "type": setting.type,
        "default": setting.default,
        **_choices(setting),
    }


def _new_setting(setting: Setting) -> dict[str, Any]:
    return {
        "id": setting.id,
        "name": setting.name,
        "helpText": setting.help,
        "type": setting.type,
        "default": setting.default,
        **_choices(setting),
    }


def _choices(setting: Setting) -> dict[str, Any]:
    if not setting.choices:
        return {}
    return {"choices": [{"value": value, "name": name} for value, name in setting.choices]}
