"""A client of yaml-language-server (npm), which VS Code's YAML extension and other editors run."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.tools import needed

PROGRAM = needed.NODE_PACKAGES / "yaml-language-server" / "bin" / "yaml-language-server"
NODE = needed.ROOT / ".venv" / "bin" / "node"
SETTINGS = {
    "validate": True,
    "hover": True,
    "completion": True,
    "schemaStore": {"enable": False},  # would ask the network
}


class Editor:
    """Opens texts as if they were files, and asks what an editor asks."""

    def __init__(self, server: "subprocess.Popen[bytes]") -> None:
        self.server = server
        self.last = 0
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        self.ask(
            "initialize",
            processId=None,
            rootUri=needed.ROOT.as_uri(),
            capabilities={
                "workspace": {"configuration": True},
                "textDocument": {"completion": {"completionItem": {"documentationFormat": []}}},
            },
        )
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings={"yaml": SETTINGS})

    def faults(self, file: Path, text: str) -> list[str]:
        """Return what the editor underlines when this text stands in that file: line, message."""
        uri = self._open(file, text)
        while uri not in self.diagnostics:
            self._answer(self._read())
        found = self.diagnostics[uri]
        return [f"{f['range']['start']['line'] + 1}: {f['message']}" for f in found]

    def hover(self, file: Path, text: str, at: str) -> str:
        """Return what the editor shows over the first place where `at` stands."""
        found = self.ask("textDocument/hover", **self._position(file, text, text.index(at)))
        return json.dumps(found, ensure_ascii=False)

    def completions(self, file: Path, text: str, after: str) -> dict[str, str]:
        """Return what may be written after the first place where `after` stands, explained."""
        at = self._position(file, text, text.index(after) + len(after))
        found = self.ask("textDocument/completion", **at)
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: json.dumps(item, ensure_ascii=False) for item in items}

    def _open(self, file: Path, text: str) -> str:
        """Open a text under a name of its own beside the file, so that no answer is an old one."""
        self.last += 1
        uri = file.with_name(f"{file.stem}-{self.last}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def _position(self, file: Path, text: str, offset: int) -> dict[str, Any]:
        before = text[:offset]
        at = {"line": before.count("\n"), "character": offset - (before.rfind("\n") + 1)}
        return {"textDocument": {"uri": self._open(file, text)}, "position": at}

    def ask(self, method: str, **parameters: Any) -> Any:
        """Ask the server and return its answer."""
        self.last += 1
        asked = self.last
        self._write({"id": asked, "method": method, "params": parameters})
        while True:
            message = self._read()
            if message.get("id") == asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._answer(message)

    def tell(self, method: str, **parameters: Any) -> None:
        """Tell the server what it does not answer."""
        self._write({"method": method, "params": parameters})

    def _answer(self, message: dict[str, Any]) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            told = message["params"]
            self.diagnostics[told["uri"]] = told["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            asked = [item.get("section") for item in message["params"]["items"]]
            settings = [SETTINGS if section == "yaml" else None for section in asked]
            self._write({"id": message["id"], "result": settings})
        elif "id" in message:
            self._write({"id": message["id"], "result": None})

    def _write(self, message: dict[str, Any]) -> None:
        assert self.server.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.server.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self.server.stdout
        size = 0
        while (line := self.server.stdout.readline().strip()) or not size:
            assert line, "the language server has gone"
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        message: dict[str, Any] = json.loads(self.server.stdout.read(size))
        return message


@contextmanager
def yaml_editor() -> Iterator[Editor]:
    """Start the language server, and stop it in the end."""
    command = [str(needed.file(NODE)), str(needed.file(PROGRAM)), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        try:
            yield Editor(server)
        finally:
            server.kill()
