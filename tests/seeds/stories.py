"""A small story in a folder of its own, which a test may change."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from seeds.loader import Refused, check_folder

STORY = Path(__file__).parent / "story"
DEAL = "dossiers/by-us-2025-12-13.yaml"
LATER = "dossiers/by-lt-2026-01-05.yaml"
REFERENCE = "reference/all.yaml"


@dataclass(frozen=True, slots=True)
class Story:
    """A copy of the story."""

    folder: Path

    @classmethod
    def copy(cls, folder: Path) -> "Story":
        """Copy the story to a folder."""
        shutil.copytree(STORY, folder / "seeds")
        return cls(folder / "seeds")

    def change(self, old: str, new: str, file: str = DEAL) -> int:
        """Replace text that stands in a file once; return the line it stood on."""
        text = self.read(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        (self.folder / file).write_text(text.replace(old, new), "utf-8")
        return text[: text.index(old)].count("\n") + 1

    def add(self, more: str, file: str = DEAL) -> int:
        """Append text; return the line of its first line."""
        text = self.read(file)
        (self.folder / file).write_text(text + more, "utf-8")
        return text.count("\n") + 1

    def read(self, file: str = DEAL) -> str:
        """The text of a file."""
        return (self.folder / file).read_text("utf-8")

    def problems(self) -> list[str]:
        """What is wrong, as it is printed, without the folder."""
        with pytest.raises(Refused) as refused:
            check_folder(self.folder)
        return [str(problem).removeprefix(f"{self.folder}/") for problem in refused.value.problems]

    def problem(self) -> str:
        """The one thing that is wrong."""
        (problem,) = self.problems()
        return problem
