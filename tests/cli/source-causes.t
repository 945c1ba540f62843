#!/bin/sh
# What can't be fetched or read says why, and names the command that helps; real servers, real
# kinds of clones. Each command that a note names is run, and then it works.
. "${0%/*}/lib.sh"

dump=$root/build/tests/store-dump
# libgit2 1.5 itself loses memory when it reads known_hosts or matches its settings.
export ASAN_OPTIONS="detect_leaks=0:$ASAN_OPTIONS"
[ -x "$dump" ] || skip_all "make build/tests/store-dump first"

mkdir served
new_repository work
mkdir -p work/content
echo one >work/content/a.md
commit work 1700000000 first
echo two >work/content/a.md
commit work 1700000060 second
git clone -q --bare work served/site.git
git -C served/site.git config uploadpack.allowFilter true
git -C served/site.git config uploadpack.allowAnySHA1InWant true

# from URL [OPTIONS]
from() {
	url=$1
	shift
	run bounded "$dump" --cache "$scratch/cache" --subdir content "$@" "$url"
}

# works NAME: the two commits are there.
works() {
	is "$1: status" "$status$err" 0
	like "$1" "$out" "a.md 4 *second"
}

start_git_daemon "$scratch/served"

# --- what a ref may name ----------------------------------------------------------

git -C work tag folder 'HEAD^{tree}'
git -C work tag -a -m x annotated 'HEAD:content/a.md'
for ref in folder annotated HEAD:content; do
	from work --ref "$ref"
	is "--ref $ref: status" "$status" 3
	like "--ref $ref" "$err" "'$ref' is a folder or a file, not a commit*--subdir"
	unlike "--ref $ref: it is not called unknown" "$err" "did you mean"
done
git -C work tag -d folder annotated >/dev/null

# --- shallow clones, SHA-256 ------------------------------------------------------

git clone -q --bare --depth 1 "file://$scratch/work" served/shallow.git
from "$git_url/shallow.git"
is "a shallow clone as a server: status" "$status" 3
like "a shallow clone as a server" "$err" "shallow clone*git fetch --unshallow"
from "file://$scratch/served/shallow.git"
like "a shallow clone on this disk" "$err" \
	"is a shallow clone*git -C $scratch/served/shallow.git fetch --unshallow"
git clone -q --depth 1 "file://$scratch/work" cut
from "file://$scratch/cut"
like "a shallow clone with its files" "$err" "is a shallow clone*git -C $scratch/cut fetch --unshallow"
git -C served/shallow.git fetch -q --unshallow
from "$git_url/shallow.git"
works "made whole"

if git init -q --object-format=sha256 long 2>/dev/null; then
	mkdir long/content
	echo one >long/content/a.md
	commit long 1700000000 first
	git clone -q --bare long served/long.git
	from "$git_url/long.git"
	like "SHA-256 at a server" "$err" "SHA-256*git ls-remote $git_url/long.git"
	like "git ls-remote tells" "$(git ls-remote "$git_url/long.git" HEAD | cut -f1 | wc -c)" 65
	from long --ref HEAD
	is "SHA-256 here: status" "$status" 3
	like "SHA-256 here" "$err" "SHA-256*git -C long fast-export --all | git fast-import"
	from long
	is "SHA-256, the folder as it lies: status" "$status" 0
	like "SHA-256, the folder as it lies" "$err" "warning: *SHA-256*fast-export"
	git init -q short
	git -C long fast-export --all | git -C short fast-import --quiet
	from short --ref "$(git -C long symbolic-ref --short HEAD)"
	like "moved over" "$out" "a.md 4 * 1700000000 120 * first"
else
	skip "SHA-256" "git is too old"
fi

# --- clones that lack something ---------------------------------------------------

git clone -q --filter=blob:none --bare "$git_url/site.git" partial.git
from partial.git
is "a partial clone: status" "$status" 3
like "a partial clone" "$err" \
	"1 of 1 files *not in the repository*--filter*git -C partial.git fetch --refetch --no-filter"
git -C partial.git fetch -q --refetch --no-filter
from partial.git
works "a partial clone made whole"

git clone -q --filter=tree:0 --bare "$git_url/site.git" treeless.git
from treeless.git
is "a treeless clone: status" "$status" 3
like "a treeless clone" "$err" "--filter*git -C treeless.git fetch --refetch --no-filter"
from "file://$scratch/treeless.git"
like "a treeless clone as a server on this disk" "$err" \
	"is a partial clone*git -C $scratch/treeless.git fetch --refetch --no-filter"
git -C treeless.git fetch -q --refetch --no-filter
from treeless.git
works "a treeless clone made whole"
git clone -q --filter=tree:0 "$git_url/site.git" checkout
from checkout
is "a treeless clone's folder: status" "$status" 0
like "a treeless clone's folder has no dates, and why" "$err" "warning: can't read the history*--refetch"

git clone -q --filter=blob:none --sparse "$git_url/site.git" sparse
git -C sparse sparse-checkout set content
like "git has written a newer kind of settings" "$(cat sparse/.git/config)" worktreeConfig
from sparse
works "a sparse clone's folder"
from sparse --ref HEAD
works "a sparse clone's commit"

# --- web servers ------------------------------------------------------------------

# A server that answers by the first part of the path.
mkdir web
git clone -q --bare work web/dumb.git
git -C web/dumb.git update-server-info
cat >web.pl <<'END'
use IO::Socket::INET;
my $l = IO::Socket::INET->new(Listen => 50, LocalAddr => "127.0.0.1", LocalPort => $ARGV[0],
	ReuseAddr => 1) or die;
while (my $c = $l->accept) {
	my ($path) = (<$c> // "") =~ m{^GET /([^ ?]*)} or next;
	while (my $line = <$c>) { last if $line =~ /^\r?\n/ }
	my ($status, $type, $body, $more) = (200, "text/html", "<!doctype html><title>Sign in</title>", "");
	if ($path =~ m{^code(\d+)}) { $status = $1; }
	elsif ($path =~ m{^secret/}) { ($status, $more) = (302, "Location: /users/sign_in\r\n") }
	elsif ($path =~ m{^dumb.git/} && open my $f, "<", "web/$path") {
		($type, $body) = ("text/plain", do { local $/; <$f> });
	} elsif ($path =~ m{^dumb}) { $status = 404 }
	print $c "HTTP/1.1 $status .\r\nContent-Type: $type\r\n${more}Connection: close\r\n",
		"Content-Length: ", length $body, "\r\n\r\n$body";
	close $c;
}
END
port=$(free_port)
serve "$port" perl web.pl "$port"
web=http://127.0.0.1:$port
from "$web/secret/site.git"
is "a page to sign in: status" "$status" 3
like "a page to sign in" "$err" "a web page*credential helper*git ls-remote $web/secret/site.git"
from "$web/dumb.git"
like "dumb http" "$err" "dumb http*git clone --mirror $web/dumb.git"
git clone -q --mirror "$web/dumb.git" mirror.git
from mirror.git
works "its mirror"
from "$web/code404/site.git"
like "404" "$err" "(404)*git ls-remote"
from "$web/code403/site.git"
like "403" "$err" "(403)*right to read"
from "$web/code407/site.git"
like "a proxy that wants to know" "$err" "http_proxy=http://name:password@host:port"
from "$web/code401/site.git"
like "what git would read and libgit2 does not" "$err" "~/.netrc and http.extraheader are not read"

# --- proxies ----------------------------------------------------------------------

# Writes down the first line of each connection and passes it on.
cat >proxy.pl <<'END'
use IO::Socket::INET; use IO::Select;
$SIG{CHLD} = "IGNORE"; $SIG{PIPE} = "IGNORE";
my $l = IO::Socket::INET->new(Listen => 50, LocalAddr => "127.0.0.1", LocalPort => $ARGV[0],
	ReuseAddr => 1) or die;
while (my $c = $l->accept) {
	next if fork;
	my $head = "";
	while ($head !~ /\r\n\r\n/) { sysread $c, $head, 65536, length $head or exit }
	my ($line) = $head =~ /^([^\r]*)/;
	open my $log, ">>", "proxy.log"; print $log "$line\n"; close $log;
	my ($to) = $line =~ m{^CONNECT (\S+)} ? $1 : $line =~ m{^\S+ http://([^/ ]+)};
	my $s = IO::Socket::INET->new(PeerAddr => $to) or exit;
	if ($line =~ /^CONNECT/) { syswrite $c, "HTTP/1.1 200 .\r\n\r\n" } else { syswrite $s, $head }
	my $both = IO::Select->new($c, $s);
	while (my @ready = $both->can_read) {
		for my $from (@ready) {
			sysread $from, my $bytes, 65536 or exit;
			syswrite $from == $c ? $s : $c, $bytes;
		}
	}
}
END
proxy_port=$(free_port)
serve "$proxy_port" perl proxy.pl "$proxy_port"
proxy=127.0.0.1:$proxy_port

# passes NAME URL: fetches it, and what the proxy heard is in $heard.
passes() {
	: >proxy.log
	rm -rf cache
	from "$2"
	is "$1: status" "$status$err" 0
	heard=$(cat proxy.log)
}

if command -v nginx >/dev/null && command -v fcgiwrap >/dev/null && start_git_http "$scratch/served"; then
	export SSL_CERT_FILE="$scratch/nginx/cert.pem"
	for value in "http://$proxy" "$proxy"; do
		export http_proxy="$value"
		passes "http_proxy=$value" "$http_url/site.git"
		like "http_proxy=$value: asked" "$heard" "GET $http_url/site.git/info/refs"
		passes "http_proxy=$value and https" "$https_url/site.git"
		is "http_proxy=$value and https: straight" "$heard" ""
		unset http_proxy
		export https_proxy="$value"
		passes "https_proxy=$value" "$https_url/site.git"
		like "https_proxy=$value: asked" "$heard" "CONNECT ${https_url#https://}"
		unset https_proxy
		git config --global http.proxy "$value"
		passes "http.proxy=$value" "$http_url/site.git"
		like "http.proxy=$value: asked" "$heard" "GET $http_url/site.git/info/refs"
		passes "http.proxy=$value, https" "$https_url/site.git"
		like "http.proxy=$value, https: asked" "$heard" "CONNECT"
		git config --global --unset http.proxy
	done
	export ALL_PROXY="$proxy"
	passes "ALL_PROXY" "$http_url/site.git"
	like "ALL_PROXY: asked" "$heard" "GET $http_url/"
	export no_proxy="example.org, 127.0.0.1"
	passes "no_proxy" "$http_url/site.git"
	is "no_proxy: straight" "$heard" ""
	unset ALL_PROXY no_proxy
	git config --global "http.$http_url/.proxy" "$proxy"
	passes "http.URL.proxy" "$http_url/site.git"
	like "http.URL.proxy: asked" "$heard" "GET $http_url/"
	git config --global --remove-section "http.$http_url/"
	export http_proxy="127.0.0.1:$(free_port)"
	rm -rf cache
	from "$http_url/site.git"
	is "a proxy that is not there: status" "$status" 3
	like "a proxy that is not there" "$err" "127.0.0.1: Connection refused"
	for proxy in http://name:password@127.0.0.1:99999 http://name:pass/word@127.0.0.1:1 \
		socks5://name:password@127.0.0.1:1; do
		export http_proxy="$proxy"
		from "$http_url/site.git"
		is "a proxy whose address can't be read: status" "$status" 3
		like "a proxy whose address can't be read" "$err" "can't be read: ${proxy%%:*}://127.0.0.1:*written %2F"
		unlike "a proxy whose address can't be read: its password is not shown" "$out$err" "word@*127"
	done
	unset http_proxy SSL_CERT_FILE
else
	skip "proxies" "no nginx or fcgiwrap"
fi

# --- ssh --------------------------------------------------------------------------

if start_sshd; then
	name=$(id -un)
	ssh_port=${ssh_url##*:}
	mkdir -m 700 "$HOME/.ssh"
	from "$ssh_url$scratch/served/site.git"
	like "a new host" "$err" "not in ~/.ssh/known_hosts yet*ssh -p $ssh_port $name@127.0.0.1\`"
	unlike "a new host has not changed" "$err" "ssh-keygen -R"
	echo "[127.0.0.1]:$ssh_port $(cut -d' ' -f1,2 ssh/client.pub)" >"$HOME/.ssh/known_hosts"
	from "$ssh_url$scratch/served/site.git"
	is "a host whose key has changed: status" "$status" 3
	like "a host whose key has changed" "$err" \
		"another than the one in ~/.ssh/known_hosts*ssh-keygen -R '\[127.0.0.1\]:$ssh_port'"
	ssh-keygen -H -f "$HOME/.ssh/known_hosts" >/dev/null 2>&1
	from "$ssh_url$scratch/served/site.git"
	like "the same, with hashed names" "$err" "another than the one"
	ssh-keygen -R "[127.0.0.1]:$ssh_port" -f "$HOME/.ssh/known_hosts" >/dev/null 2>&1
	from "$ssh_url$scratch/served/site.git"
	like "forgotten by that command" "$err" "not in ~/.ssh/known_hosts yet"
	echo "[127.0.0.1]:$ssh_port $(cut -d' ' -f1,2 ssh/host.pub)" >"$HOME/.ssh/known_hosts"
	from "$ssh_url$scratch/served/site.git"
	like "no key of ours" "$err" "ssh-add*~/.ssh/config is not read"
else
	skip "ssh" "no sshd"
fi
printf 'Host portal\n\tHostName 127.0.0.1\n' >"$HOME/.ssh/config"
from "ssh://portal.invalid/site.git"
like "a name that only ~/.ssh/config knows" "$err" "~/.ssh/config is not read*ssh://user@host:port/path"

finish
