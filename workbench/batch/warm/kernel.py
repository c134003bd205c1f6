"""A kernel manager whose kernels are forked by a server; papermill and nbclient see no difference.

Channels are Unix sockets in the server's own folder (mode 0700): no port is opened, none can be
taken by somebody else between choosing and binding it.
"""

import asyncio
import os
import signal
from pathlib import Path
from typing import Any
from uuid import uuid4

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Int, Unicode

from workbench.batch.warm.lease import MEMORY_MB, Kernel


class WarmProvisioner(LocalProvisioner):
    """Asks a server for a kernel where the local one starts a process."""

    kernel: Kernel | None = None

    @property
    def has_process(self) -> bool:
        """Whether there is a kernel, running or not yet waited for."""
        return self.kernel is not None

    async def poll(self) -> int | None:
        """Give the exit code; None while it runs."""
        return self.kernel.poll() if self.kernel else 0

    async def wait(self) -> int | None:
        """Wait for the end of the kernel."""
        if self.kernel is None:
            return 0
        while (code := self.kernel.poll()) is None:
            await asyncio.sleep(0.005)
        self.kernel.close()
        self.kernel = None
        return code

    async def send_signal(self, signum: int) -> None:
        """Signal the kernel and what it started."""
        if self.kernel is not None:
            self.kernel.signal(signum)

    async def kill(self, restart: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 (the base's)
        """End the kernel."""
        await self.send_signal(signal.SIGKILL)

    async def terminate(self, restart: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Ask the kernel to end."""
        await self.send_signal(signal.SIGTERM)

    async def cleanup(self, restart: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Let go of a kernel that ended by itself: nobody waits for it any more."""
        if self.kernel is not None:
            self.kernel.close()
            self.kernel = None

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:  # noqa: ANN401
        """Ask for a kernel with the arguments a launcher would get."""
        manager: Any = self.parent
        request = {
            "argv": cmd[cmd.index("-f") :],
            "env": kwargs.get("env") or dict(os.environ),
            "cwd": str(kwargs.get("cwd") or Path.cwd()),
            "memory_mb": manager.memory_mb,
        }
        self.kernel = Kernel(Path(manager.server), request)
        self.pid = self.pgid = self.kernel.pid
        return self.connection_info


class WarmKernelManager(AsyncKernelManager):
    """Manages one forked kernel."""

    server = Unicode(help="Where the fork server listens.").tag(config=True)
    memory_mb = Int(MEMORY_MB, help="What the kernel may take beyond its start.").tag(config=True)

    async def _async_pre_start_kernel(self, **kw: Any) -> Any:  # noqa: ANN401
        if self.provisioner is None:  # not None on a restart
            self.transport = "ipc"
            self.transport_encryption = "disabled"  # nobody else can open the folder
            self.connection_file = str(Path(self.server).with_name(f"k-{uuid4().hex[:8]}.json"))
            self.provisioner = WarmProvisioner(
                parent=self, kernel_id=self.kernel_id, kernel_spec=self.kernel_spec
            )
        return await super()._async_pre_start_kernel(**kw)
