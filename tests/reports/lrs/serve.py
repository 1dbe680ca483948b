"""Runs in the environment of Ralph, not in ours: starts it on a free port of this computer.

    python serve.py FOLDER [--as-shipped]

Prints the port, then serves until its input ends. In ``FOLDER`` each user ``room-0`` ... has a
store of their own; all have the password ``secret``.

Ralph 5.1.0 itself lets its file-system back end write one request only: it opens the file as
new each time, and answers 500 from the second request on. Unless told ``--as-shipped`` we have
it append, which is the one thing changed.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
from pathlib import Path

USERS = 12

folder = Path(sys.argv[1])
os.environ |= {
    "RALPH_APP_DIR": str(folder),
    "RALPH_AUTH_FILE": str(folder / "auth.json"),
    "RALPH_RUNSERVER_BACKEND": "fs",
    "RALPH_RUNSERVER_MAX_SEARCH_HITS_COUNT": "20",
    "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder),
}

import bcrypt  # noqa: E402  (Ralph reads its settings while it is imported)
import uvicorn  # noqa: E402
from ralph.backends.data.base import BaseOperationType  # noqa: E402
from ralph.backends.lrs.fs import FSLRSBackend  # noqa: E402

if "--as-shipped" not in sys.argv:
    FSLRSBackend.default_operation_type = BaseOperationType.APPEND

hashed = bcrypt.hashpw(b"secret", bcrypt.gensalt(rounds=4)).decode()
users = []
for number in range(USERS):
    (folder / f"store-{number}").mkdir()
    account = {"homePage": "https://norestore.example/rooms", "name": f"room-{number}"}
    users.append(
        {
            "username": f"room-{number}",
            "hash": hashed,
            "scopes": ["statements/read", "statements/write"],
            "agent": {"account": account},
            "target": f"store-{number}",
        }
    )
(folder / "auth.json").write_text(json.dumps(users), encoding="utf-8")

listener = socket.create_server(("127.0.0.1", 0))
server = uvicorn.Server(uvicorn.Config("ralph.api:app", log_level="warning", ws="none"))


def stop_with_the_tests() -> None:
    sys.stdin.read()
    server.should_exit = True


threading.Thread(target=stop_with_the_tests, daemon=True).start()
print(listener.getsockname()[1], flush=True)
server.run(sockets=[listener])
