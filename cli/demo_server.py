"""The demo's own mailbox: pymap, an IMAP server in memory, in a thread and on loopback."""

import asyncio
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import DictBackend
from pymap.imap import IMAPServer

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class DemoServer:
    """Where the demo mailbox listens, and who may enter."""

    port: int
    user: str
    password: str
    host: str = HOST


@contextmanager
def demo_server(user: str, password: str, port: int = 0) -> Iterator[DemoServer]:
    """An empty mailbox that lives as long as the block; port 0 takes a free one."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, name="demo-mailbox", daemon=True)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(_listen(user, password, port), loop).result(timeout=30)
    try:
        yield DemoServer(server.sockets[0].getsockname()[1], user, password)
    finally:
        asyncio.run_coroutine_threadsafe(_close(server), loop).result(timeout=30)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(timeout=30)
        loop.close()


async def _listen(user: str, password: str, port: int) -> asyncio.Server:
    options = Namespace(
        host=[HOST], port=str(port), cert=None, key=None, tls=False, debug=False, passlib_cfg=None, proxy_protocol=None,
        inherited_sockets=None, demo_data=False, demo_user=user, demo_password=password,
    )  # fmt: skip
    backend, config = await DictBackend.init(options)
    config.apply_context()
    speak = ProxyProtocolReader(config.proxy_protocol).get_callback(IMAPServer(backend.login, config))
    return await asyncio.start_server(speak, HOST, port)


async def _close(server: asyncio.Server) -> None:
    server.close()
    conversations = asyncio.all_tasks() - {asyncio.current_task()}
    for conversation in conversations:
        conversation.cancel()
    await asyncio.gather(*conversations, return_exceptions=True)
