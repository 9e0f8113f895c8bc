"""Builds real repositories, in a world without any configuration but their own."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

FIRST = datetime(2025, 6, 1, 12, tzinfo=UTC)

__all__ = ["Builder", "clean_environment", "dossier_text"]


def dossier_text(days: int | str = 30, *, party: str = "north", note: str = "") -> str:
    """A small dossier in which one party asks for so many days."""
    value = f"{days} days" if isinstance(days, int) else days
    comment = f"# {note}\n" if note else ""
    return (
        f"{comment}dossier: {{format: 1, title: Talks, as_of: 2025-06-02}}\n"
        "parties: {north: {name: North}, south: {name: South}}\n"
        "sources:\n  paper: {publisher: The Paper, date: 2025-06-01, title: Talks}\n"
        "issues:\n  truce: {topic: War, title: Truce, kind: duration}\n"
        f"memoranda:\n  plan:\n    party: {party}\n    form: memorandum\n    read: whole\n    date: 2025-06-01\n"
        f"    sources: [paper]\n    positions: {{truce: {value}}}\n"
    )


def clean_environment(home: Path) -> dict[str, str]:
    """The environment of this process without anything of git's, and with a home of its own."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {
        **plain,
        "HOME": str(home),
        "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Ada",
        "GIT_AUTHOR_EMAIL": "ada@example.org",
        "GIT_COMMITTER_NAME": "Ada",
        "GIT_COMMITTER_EMAIL": "ada@example.org",
    }


class Builder:
    """A repository in a folder; commits are a day apart, from noon on 1 June 2025, UTC."""

    def __init__(self, folder: Path, home: Path, *arguments: str) -> None:
        self.folder = folder
        self.environment = clean_environment(home)
        self.commits = 0
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / ".git").exists() and not (folder / "HEAD").exists():
            self.git("init", "-q", "-b", "main", *arguments)

    def git(self, *arguments: str, check: bool = True, **environment: str) -> str:
        """Run git with its own defaults, and return what it prints."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={**self.environment, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert not check or done.returncode == 0, os.fsdecode(done.stderr)
        return os.fsdecode(done.stdout).rstrip("\n")

    def git_given(self, text: str, *arguments: str) -> str:
        """Run git with something on its standard input, and return what it prints."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=self.environment,
            input=text,
            capture_output=True,
            timeout=60,
            check=True,
            text=True,
        )
        return done.stdout.rstrip("\n")

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def commit(self, subject: str = "Change", **files: str) -> str:
        """Commit everything, with these files written first; return the id."""
        for name, text in files.items():
            self.write(name, text)
        self.git("add", "-A")
        date = (FIRST + timedelta(days=self.commits)).isoformat()
        self.commits += 1
        self.git(
            *("commit", "-q", "--allow-empty", "-m", subject),
            GIT_AUTHOR_DATE=date,
            GIT_COMMITTER_DATE=date,
        )
        return self.git("rev-parse", "HEAD")

    def commit_file(self, name: str, text: str, subject: str = "Change") -> str:
        self.write(name, text)
        return self.commit(subject)

    def clone(self, folder: Path, *arguments: str) -> Builder:
        home = Path(self.environment["HOME"])
        source = f"file://{self.folder}"
        self.git("clone", "-q", *arguments, source, str(folder))
        return Builder(folder, home)
