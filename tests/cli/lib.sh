# What the TAP scripts in tests/cli share. A script begins with
#
#	#!/bin/sh
#	. "${0%/*}/lib.sh"
#
# and ends with `finish`. It runs in a new folder, $scratch, with an empty HOME;
# both are gone afterwards, and so is every server it started.

root=$(cd "${0%/*}/../.." && pwd)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/tilts-test-XXXXXX") || exit 1
export HOME="$scratch/home" LC_ALL=C.UTF-8 GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=tester GIT_AUTHOR_EMAIL=tester@example.org
export GIT_COMMITTER_NAME=tester GIT_COMMITTER_EMAIL=tester@example.org
unset XDG_CACHE_HOME GIT_DIR GIT_WORK_TREE SSH_AUTH_SOCK SSL_CERT_FILE GIT_SSL_CAINFO GIT_ASKPASS
mkdir "$HOME"
cd "$scratch" || exit 1

test_number=0
test_failures=0
server_pids=

clean_up() {
	for pid in $server_pids; do
		kill "$pid" 2>/dev/null
	done
	cd / && rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 1' INT TERM HUP PIPE

# --- TAP ----------------------------------------------------------------------

# skip_all REASON: this machine lacks what the script needs.
skip_all() {
	echo "1..0 # SKIP $1"
	exit 0
}

# note TEXT: several lines are fine.
note() {
	printf '%s\n' "$1" | sed 's/^/# /'
}

# pass NAME; fail NAME [WHY]
pass() {
	test_number=$((test_number + 1))
	echo "ok $test_number - $1"
}
fail() {
	test_number=$((test_number + 1))
	test_failures=$((test_failures + 1))
	echo "not ok $test_number - $1"
	[ $# -lt 2 ] || note "$2"
}

# skip NAME REASON: one test.
skip() {
	pass "$1 # SKIP $2"
}

# can_trace: strace is here, and this machine lets it trace.
can_trace() {
	strace -o /dev/null true 2>/dev/null
}

# opened NAME ARGUMENTS...: how often $tilts opens the file.
opened() {
	opened_name=$1
	shift
	strace -f -qq -e trace=openat,openat2 -o trace "$tilts" "$@" >/dev/null 2>&1
	grep -c "\"$opened_name\"" trace
}

# ok NAME COMMAND...: the command must succeed; what it prints is shown when not.
ok() {
	ok_name=$1
	shift
	if ok_output=$("$@" 2>&1); then
		pass "$ok_name"
	else
		fail "$ok_name" "$* gave $?:
$ok_output"
	fi
}

# is NAME GOT WANTED
is() {
	if [ "$2" = "$3" ]; then
		pass "$1"
	else
		fail "$1" "got:
$2
wanted:
$3"
	fi
}

# like NAME GOT PATTERN: a shell pattern that must match somewhere. unlike: nowhere.
like() {
	case $2 in
	*$3*) pass "$1" ;;
	*) fail "$1" "got:
$2
wanted: $3" ;;
	esac
}
unlike() {
	case $2 in
	*$3*) fail "$1" "got:
$2
not wanted: $3" ;;
	*) pass "$1" ;;
	esac
}

# run COMMAND...: leaves $status, $out and $err behind.
run() {
	"$@" >"$scratch/.out" 2>"$scratch/.err"
	status=$?
	out=$(cat "$scratch/.out")
	err=$(cat "$scratch/.err")
}

finish() {
	echo "1..$test_number"
	[ "$test_failures" -eq 0 ]
	exit
}

# --- repositories ---------------------------------------------------------------

# new_repository PATH
new_repository() {
	git init -q -b main "$1"
}

# commit PATH SECONDS SUBJECT: everything that lies in the work tree.
commit() {
	git -C "$1" add -A &&
		GIT_AUTHOR_DATE="$2 +0200" GIT_COMMITTER_DATE="$2 +0200" \
			git -C "$1" commit -q --allow-empty -m "$3"
}

# --- waiting ----------------------------------------------------------------------
# Nothing here depends on how fast the machine is: bounds only tell what hangs.

# bounded COMMAND...: ends it after ten minutes.
bounded() {
	timeout 600 "$@"
}

# wait_until COMMAND...: tries for ten minutes at most.
wait_until() {
	for _ in $(seq 6000); do
		! "$@" || return 0
		sleep 0.1
	done
	return 1
}

# --- servers --------------------------------------------------------------------
# All on free ports of the loopback; stop_server ends one before the script does.

free_port() {
	perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(
		Listen => 1, LocalAddr => "127.0.0.1", LocalPort => 0)->sockport'
}

listens() {
	perl -MIO::Socket::INET -e 'exit !IO::Socket::INET->new(
		PeerAddr => "127.0.0.1", PeerPort => $ARGV[0])' "$1"
}
has_ended() {
	case $(cat "/proc/$1/stat" 2>/dev/null) in
	'' | *') Z '*) true ;;
	*) false ;;
	esac
}
listens_or_ended() {
	listens "$1" || has_ended "$2"
}

# wait_for_server PORT PID. False: it ended instead.
wait_for_server() {
	wait_until listens_or_ended "$1" "$2"
	! has_ended "$2"
}

# serve PORT COMMAND...: starts it, waits for the port, sets $server_pid. False: it ended instead.
serve() {
	serve_port=$1
	shift
	"$@" >>"$scratch/.servers" 2>&1 &
	server_pid=$!
	server_pids="$server_pids $server_pid"
	wait_for_server "$serve_port" "$server_pid"
}

# stop_server PID
stop_server() {
	kill "$1" 2>/dev/null
	wait "$1" 2>/dev/null
}

# start_git_daemon FOLDER: sets $git_url (git://…) and $git_pid.
start_git_daemon() {
	port=$(free_port)
	git_url=git://127.0.0.1:$port
	serve "$port" "$(git --exec-path)/git-daemon" --listen=127.0.0.1 --port="$port" \
		--reuseaddr --export-all --base-path="$1" "$1"
	git_pid=$server_pid
}

# start_git_http FOLDER: git over http by nginx and fcgiwrap. Sets $http_url and
# $https_url (certificate in $scratch/nginx/cert.pem) and $http_pid. What lies
# below /private/ asks for name and password: reader, secret.
start_git_http() {
	mkdir "$scratch/nginx"
	port=$(free_port)
	tls_port=$(free_port)
	http_url=http://127.0.0.1:$port
	https_url=https://localhost:$tls_port
	printf 'reader:%s\n' "$(openssl passwd -apr1 secret)" >"$scratch/nginx/passwords"
	openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
		-addext subjectAltName=DNS:localhost -keyout "$scratch/nginx/key.pem" \
		-out "$scratch/nginx/cert.pem" 2>/dev/null
	write_nginx_conf "$1" >"$scratch/nginx/nginx.conf"
	GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*' \
		fcgiwrap -s "unix:$scratch/nginx/fcgi" >>"$scratch/.servers" 2>&1 &
	server_pids="$server_pids $!"
	serve "$port" nginx -c "$scratch/nginx/nginx.conf" -p "$scratch/nginx"
	http_pid=$server_pid
}

write_nginx_conf() {
	user=
	[ "$(id -u)" -ne 0 ] || user="user root;"
	cat <<-END
		daemon off;
		$user
		pid $scratch/nginx/pid;
		error_log $scratch/nginx/errors;
		worker_processes 1;
		events {}
		http {
			access_log $scratch/nginx/access;
			client_body_temp_path $scratch/nginx/body;
			proxy_temp_path $scratch/nginx/proxy;
			fastcgi_temp_path $scratch/nginx/fastcgi;
			uwsgi_temp_path $scratch/nginx/uwsgi;
			scgi_temp_path $scratch/nginx/scgi;
			server {
				listen 127.0.0.1:$port;
				listen 127.0.0.1:$tls_port ssl;
				ssl_certificate $scratch/nginx/cert.pem;
				ssl_certificate_key $scratch/nginx/key.pem;
				location / { $(git_location "$1") }
				location /private/ {
					auth_basic "git";
					auth_basic_user_file $scratch/nginx/passwords;
					$(git_location "$1")
				}
				location /moved/ { rewrite ^/moved/(.*) /\$1 redirect; }
			}
		}
	END
}

git_location() {
	cat <<-END
		fastcgi_pass unix:$scratch/nginx/fcgi;
		include /etc/nginx/fastcgi_params;
		fastcgi_param SCRIPT_FILENAME $(git --exec-path)/git-http-backend;
		fastcgi_param GIT_PROJECT_ROOT $1;
		fastcgi_param GIT_HTTP_EXPORT_ALL "";
		fastcgi_param PATH_INFO \$uri;
		fastcgi_param REMOTE_USER \$remote_user;
	END
}

# start_sshd: sets $ssh_url (ssh://…, absolute paths follow) and $ssh_pid. Keys:
# $scratch/ssh/client (accepted) and host.pub. False when sshd can't be had.
start_sshd() {
	sshd=$(command -v sshd || echo /usr/sbin/sshd)
	[ -x "$sshd" ] && mkdir -p "$scratch/ssh" || return 1
	[ "$(id -u)" -ne 0 ] || mkdir -p /run/sshd
	ssh-keygen -q -t ed25519 -N '' -f "$scratch/ssh/host"
	ssh-keygen -q -t ed25519 -N '' -f "$scratch/ssh/client"
	cp "$scratch/ssh/client.pub" "$scratch/ssh/allowed"
	port=$(free_port)
	cat >"$scratch/ssh/config" <<-END
		ListenAddress 127.0.0.1
		Port $port
		HostKey $scratch/ssh/host
		AuthorizedKeysFile $scratch/ssh/allowed
		PidFile none
		StrictModes no
		UsePAM no
		PasswordAuthentication no
		PermitRootLogin yes
	END
	ssh_url=ssh://$(id -un)@127.0.0.1:$port
	serve "$port" "$sshd" -D -e -f "$scratch/ssh/config" || return 1
	ssh_pid=$server_pid
}

# start_endless_server: names a commit to git:// and then says how it goes, for ever. Sets $endless_port.
start_endless_server() {
	endless_port=$(free_port)
	serve "$endless_port" perl -MIO::Socket::INET -e '
		my $l = IO::Socket::INET->new(Listen => 50, LocalAddr => "127.0.0.1",
			LocalPort => $ARGV[0], ReuseAddr => 1) or die;
		sub packet { sprintf "%04x%s", 4 + length $_[0], $_[0] }
		$SIG{CHLD} = "IGNORE";
		while (my $c = $l->accept) {
			next if fork;
			my $id = "1" x 40;
			$c->autoflush(1);
			$c->sysread(my $asked, 4096);
			print $c packet("$id HEAD\0side-band-64k ofs-delta symref=HEAD:refs/heads/main\n"),
				packet("$id refs/heads/main\n"), "0000";
			my $wants = "";
			$c->sysread($wants, 4096, length $wants) or exit until $wants =~ /done\n$/;
			print $c packet("NAK\n");
			1 while print($c packet("\2on it\r")) && select(undef, undef, undef, 0.02) >= 0;
			exit;
		}' "$endless_port"
}

# start_silent_server: takes connections and never says a word. Sets $silent_port.
start_silent_server() {
	silent_port=$(free_port)
	serve "$silent_port" perl -MIO::Socket::INET -e '
		my $l = IO::Socket::INET->new(Listen => 50, LocalAddr => "127.0.0.1",
			LocalPort => $ARGV[0], ReuseAddr => 1) or die;
		my @all; push @all, $_ while $_ = $l->accept;' "$silent_port"
}
