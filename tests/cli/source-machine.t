#!/bin/sh
# Sources that the machine does not give: other people's repositories, folders
# without permission, a full disk, a server that never takes the connection.
. "${0%/*}/lib.sh"

dump=$root/build/tests/store-dump
[ -x "$dump" ] || skip_all "make build/tests/store-dump first"
[ "$(id -u)" -eq 0 ] || skip_all "only root can give files to others"
export ASAN_OPTIONS="detect_leaks=0:$ASAN_OPTIONS"

chmod 755 "$scratch"
cp "$dump" dump

# as_nobody COMMAND...: without root's power to read everything.
as_nobody() {
	run setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
}

new_repository repo
mkdir repo/c
echo a >repo/c/a
commit repo 1700000000 one

mkdir -m 777 nobody
as_nobody ./dump --cache /proc/none --ref main repo
is "another's repository: status" "$status" 3
like "another's repository: the hint" "$err" "safe.directory"
as_nobody ./dump --cache /proc/none repo/c
is "another's folder can be read" "$status" 0
like "but it has no dates" "$err" "warning: *belongs to another user*source-history"
like "and no date is shown" "$out" "a 2 "
git clone -q --bare repo bare.git
as_nobody ./dump --cache /proc/none bare.git
like "another's bare repository" "$err" "safe.directory"
for url in "file://$scratch/bare.git" "file://$scratch/repo"; do
	as_nobody ./dump --cache "$scratch/nobody" "$url"
	like "another's repository by its address" "$err" "belongs to another user"
	like "by its address: the hint" "$err" "safe.directory ${url#file://}"
done
printf '[safe]\n\tdirectory = %s/repo\n' "$scratch" >home/.gitconfig
as_nobody ./dump --cache /proc/none --ref main repo
is "until it is called safe" "$status$err" 0
rm home/.gitconfig

chmod 700 repo/c
as_nobody ./dump --cache /proc/none repo/c
is "a closed folder: status" "$status" 3
like "a closed folder" "$err" "Permission denied *source-missing"
mkdir outer
mv repo/c outer/inner
chmod 700 outer/inner
as_nobody ./dump --cache /proc/none outer
is "a closed folder inside: status" "$status" 3
like "a closed folder inside: which" "$err" "'outer/inner'"
chmod 755 outer/inner
chmod 600 outer/inner/a
as_nobody ./dump --cache /proc/none outer
is "a closed file: status" "$status" 3
like "a closed file: which" "$err" "outer/inner/a:*error: can't read the file: Permission denied"

chmod -R go-rwx repo/.git
chown -R 65534 repo
chmod 000 repo/.git/objects
as_nobody ./dump --cache /proc/none --ref main repo
is "closed objects: status" "$status" 3
like "closed objects" "$err" "error: "
chmod 700 repo/.git/objects

mkdir small
if mount -t tmpfs -o size=300k tmpfs small 2>/dev/null; then
	new_repository large
	head -c 500000 /dev/urandom >large/big
	commit large 1700000000 one
	run ./dump --cache small "file://$scratch/large"
	is "a full disk: status" "$status" 3
	like "a full disk" "$err" "error: "
	is "a full disk: nothing half made is left" "$(ls small/git | sed 's/.*\.//')" lock
	umount small
else
	skip "a full disk" "can't mount"
fi

# The queue of a server that takes nothing fills up; then connecting itself hangs.
busy=$(free_port)
perl -MIO::Socket::INET -e '
	my $l = IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1", LocalPort => $ARGV[0]);
	my @all = map { IO::Socket::INET->new(PeerAddr => "127.0.0.1", PeerPort => $ARGV[0],
		Timeout => 1) } 1 .. 4;
	open my $f, ">", "busy"; close $f; sleep 600' "$busy" &
server_pids="$server_pids $!"
wait_until test -e busy
run bounded ./dump --cache cache --silence 1 "http://127.0.0.1:$busy/site.git"
like "a server that takes no connection" "$err" "said nothing for 1 seconds"

finish
