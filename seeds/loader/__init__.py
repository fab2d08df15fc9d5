"""Loads dossiers and reference data into the tables, all or nothing, and only what differs."""

from seeds.loader.load import DATASET, DatabaseRefused, LoadReport, SyntheticPresent, check_folder, load
from seeds.loader.sync import Counts
from seeds.records import Problem, Refused

__all__ = [
    "DATASET",
    "Counts",
    "DatabaseRefused",
    "LoadReport",
    "Problem",
    "Refused",
    "SyntheticPresent",
    "check_folder",
    "load",
]
