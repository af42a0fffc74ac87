"""What the tests may connect to: this machine, and nothing else."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


# Numbers for documentation (RFC 5737, RFC 3849), a private one and the metadata of clouds.
@pytest.mark.filterwarnings("ignore:A test tried to use")
@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "10.0.0.1", "169.254.169.254"])
def test_another_machine_is_not_connected_to(host):
    with pytest.raises(SocketConnectBlockedError):
        socket.create_connection((host, 80), timeout=1)


def test_this_machine_is_connected_to():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()


def test_a_socket_of_this_machine_is_connected_to(tmp_path):
    with (
        socket.socket(socket.AF_UNIX) as server,
        socket.socket(socket.AF_UNIX) as caller,
    ):
        server.bind(str(tmp_path / "here"))
        server.listen()
        caller.connect(str(tmp_path / "here"))
