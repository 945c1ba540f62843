#!/usr/bin/env bash
# libgit2 1.5.1: a request to a server of http:// is written for the proxy and sent to the server.
#
# Expected: with http_proxy set, the proxy is connected to and asked for the whole address
# (RFC 9112, section 3.2.2: the absolute form is what a client sends to a proxy). git does so.
#
# Seen: the address is in the absolute form, but the connection is made to the server itself:
# the proxy hears nothing. With an address of https:// the proxy is used.
#
# Who would notice: whoever reads a repository over http:// where only the proxy may go out:
# the fetch fails as if the server were gone. tilts makes such connections itself
# (src/source/proxy.c; tests/cli/source-causes.t).
. "${0%/*}/lib.sh"
debian python3-pygit2=1.11.1-3 python3-cffi-backend=1.15.1-5+b1 \
	libgit2-1.5=1.5.1+ds-1+deb12u2 libmbedcrypto7=2.28.3-1 \
	libmbedtls14=2.28.3-1 libmbedx509-1=2.28.3-1 libhttp-parser2.9=2.9.4-5 libssh2-1=1.10.0-3+deb12u1

# Two listeners: who is connected to first, and with which line?
cat >ask.py <<'END'
import os, socket, subprocess, sys, threading

heard = []

def listen(name):
    listener = socket.create_server(("127.0.0.1", 0))
    def answer():
        connection, _ = listener.accept()
        line = connection.recv(4096).split(b"\r\n")[0].decode()
        heard.append(name + " hears: " + line)
        connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        connection.close()
    threading.Thread(target=answer, daemon=True).start()
    return listener.getsockname()[1]

proxy, server = listen("proxy"), listen("server")
os.environ["http_proxy"] = "http://127.0.0.1:%d" % proxy
os.environ.pop("no_proxy", None)
url = "http://127.0.0.1:%d/a.git" % server
if sys.argv[1] == "git":
    subprocess.run(["git", "ls-remote", url], capture_output=True)
else:
    import pygit2
    repository = pygit2.init_repository("repository", True)
    try:
        repository.remotes.create("origin", url).ls_remotes(proxy=True)
    except pygit2.GitError:
        pass
print(heard[0].replace(str(server), "PORT"))
END
line='GET http://127.0.0.1:PORT/a.git/info/refs?service=git-upload-pack HTTP/1.1'
seen 'git asks the proxy' "proxy hears: $line" env -u LD_LIBRARY_PATH python3 ask.py git
seen 'libgit2 asks the server, as if it were the proxy' "server hears: $line" /usr/bin/python3 ask.py libgit2
finish
