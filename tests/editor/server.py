"""A conversation with yaml-language-server, as an editor has one: JSON-RPC over two pipes."""

from __future__ import annotations

import json
import subprocess
import threading
from pathlib import Path
from queue import Queue
from typing import Any, Self

__all__ = ["PROGRAM", "Server"]

PROGRAM = Path(__file__).parent / "node_modules/yaml-language-server/bin/yaml-language-server"
PATIENCE = 60
"""How many seconds an answer may take on a machine that does much else."""


class Server:
    """A running server; `with` starts it, and ends it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["node", str(PROGRAM), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._answers: dict[int, Queue[Any]] = {}
        self._diagnostics: dict[str, Queue[list[dict[str, Any]]]] = {}
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._number = 0

    def __enter__(self) -> Self:
        # Without a store of schemas, or it asks for one over the network.
        self._settings = {"yaml": {"schemaStore": {"enable": False}, "validate": True}}
        abilities: dict[str, Any] = {"textDocument": {"completion": {"completionItem": {}}}}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": abilities})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def diagnostics(self, path: Path, text: str) -> list[tuple[int, str]]:
        """Return what the server says of a text that is opened at a path: line, from 1, and words."""
        return self.several({path: text})[path]

    def several(self, texts: dict[Path, str]) -> dict[Path, list[tuple[int, str]]]:
        """Return the same of several texts, by path; it waits a while before it judges each."""
        for path, text in texts.items():
            self._diagnostics.setdefault(path.as_uri(), Queue())
            document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
            self._tell("textDocument/didOpen", {"textDocument": document})
        return {
            path: [
                (one["range"]["start"]["line"] + 1, one["message"])
                for one in self._diagnostics[path.as_uri()].get(timeout=PATIENCE)
            ]
            for path in texts
        }

    def completions(self, path: Path, line: int, column: int) -> dict[str, str]:
        """Return what can be written at a place of an open text, each with what is said of it."""
        place = {"line": line - 1, "character": column - 1}
        document = {"uri": path.as_uri()}
        found = self.ask("textDocument/completion", {"textDocument": document, "position": place})
        return {one["label"]: _words(one.get("documentation")) for one in found["items"]}

    def ask(self, method: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401 - as JSON has it
        """Send a request, and return its result."""
        self._number += 1
        number = self._number
        waiting = self._answers[number] = Queue()
        self._send({"id": number, "method": method, "params": parameters})
        answer = waiting.get(timeout=PATIENCE)
        assert "error" not in answer, answer
        return answer["result"]

    def _tell(self, method: str, parameters: dict[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                header = stream.readline()
            self._take(json.loads(stream.read(length)))

    def _take(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            found = message["params"]
            self._diagnostics.setdefault(found["uri"], Queue()).put(found["diagnostics"])
        elif method == "workspace/configuration":
            answer = [self._settings.get(one["section"]) for one in message["params"]["items"]]
            self._send({"id": message["id"], "result": answer})
        elif method and "id" in message:
            self._send({"id": message["id"], "result": None})
        elif "id" in message:
            self._answers[message["id"]].put(message)


def _words(documentation: Any) -> str:  # noqa: ANN401 - as JSON has it
    return documentation["value"] if isinstance(documentation, dict) else documentation or ""
