"""Over TLS it is the name that must be proven, whichever number it was found under."""

import ssl
from pathlib import Path

from sayso.fetch import Archive, Client, Look, Named, State, Visitor
from sayso.fetch.client import default_context
from tests.fetch.conftest import HOME, Stopwatch
from tests.fetch.web import Site, serving

CERTIFICATE = Path(__file__).with_name("harbour.pem")
"""Of harbour.example, signed by itself for the tests alone:
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=harbour.example
-addext subjectAltName=DNS:harbour.example -addext basicConstraints=critical,CA:FALSE -keyout harbour.pem -out -"""


def look(site: Site, host: str, trusting: ssl.SSLContext, archive: Path) -> Look:
    address = f"https://{host}:{site.port}/gate"
    client = Client(HOME, resolver=lambda name, port: ("127.0.0.1",), clock=Stopwatch(), context=trusting)
    return Visitor(client, Archive(archive), lambda *_: None, [address]).visit(Named(address))


def test_the_server_must_be_the_one_that_was_named(tmp_path: Path) -> None:
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ours.load_cert_chain(CERTIFICATE)
    trusting = ssl.create_default_context(cafile=CERTIFICATE)
    with serving(ours) as site:
        site.page("/gate", "<p>The gate stood open.</p>")
        assert look(site, "harbour.example", trusting, tmp_path / "a").state is State.FETCHED
        assert site.asked[-1][1]["host"] == f"harbour.example:{site.port}"
        asked = len(site.asked)
        for host, context in (("other.example", trusting), ("127.0.0.1", trusting), ("harbour.example", default_context())):
            assert "certificate verify failed" in look(site, host, context, tmp_path / "b").why
        assert len(site.asked) == asked
