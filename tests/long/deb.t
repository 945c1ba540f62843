#!/bin/sh
# The Debian package and its service: what is in it, what it may do, how it installs.
. "${0%/*}/../cli/lib.sh"

tilts=$root/build/tilts
[ -x "$tilts" ] || skip_all "make build/tilts first"
command -v dpkg-shlibdeps >/dev/null || skip_all "no dpkg-dev"

run sh -c 'cd "$1" && src/deb/build "$2"' sh "$root" "$scratch/out"
is "it is built: $err" "$status" 0
package=$out
ok "where it says" test -f "$package"
first=$(sha256sum <"$package")
(cd "$root" && src/deb/build "$scratch/out") >/dev/null 2>&1
is "the same again, byte for byte" "$(sha256sum <"$package")" "$first"
like "the libraries are named" "$(dpkg-deb -f "$package" Depends)" libgit2
like "and those that tilts loads itself" "$(dpkg-deb -f "$package" Depends)" libmicrohttpd
contents=$(dpkg-deb -c "$package")
for file in ./usr/bin/tilts ./usr/share/man/man1/tilts.1.gz ./lib/systemd/system/tilts-follow@.service \
	./usr/lib/sysusers.d/tilts.conf ./etc/tilts/example.conf ./usr/share/tilts/templates/page.html \
	./usr/share/tilts/schemas/helplines.json ./usr/share/tilts/messages/C/LC_MESSAGES/lv.mo \
	./usr/share/tilts/messages/C/LC_MESSAGES/ru.mo ./usr/share/doc/tilts/copyright; do
	like "it has $file" "$contents" " $file"
done
is "all belongs to root" "$(echo "$contents" | grep -vc ' root/root ')" 0
is "nothing is writable by others" "$(echo "$contents" | grep -c '^[-d].......w')" 0
if command -v lintian >/dev/null; then
	# maintainer-script-calls-systemctl: a reload of units has no other way without debhelper.
	is "lintian has nothing to say" "$(lintian --allow-root \
		--suppress-tags maintainer-script-calls-systemctl "$package" 2>&1)" ""
else
	skip "lintian has nothing to say" "no lintian"
fi

# --- the sandbox ------------------------------------------------------------------------

dpkg-deb -x "$package" here
unit=here/lib/systemd/system/tilts-follow@.service
if command -v systemd-analyze >/dev/null; then
	run systemd-analyze security --offline=true --no-pager --threshold=20 "$unit"
	is "exposure of 2.0 at most: $(echo "$out" | tail -1)" "$status" 0
else
	skip "exposure of 2.0 at most" "no systemd-analyze"
fi

# calls GROUP...: the names in groups of system calls, one a line.
calls() {
	for name; do
		case $name in
		@*) calls $(systemd-analyze syscall-filter "$name" | sed '1d; /#/d') ;;
		*) echo "$name" ;;
		esac
	done
}

# Every call that a followed repository leads to is one that the filter lets through.
if command -v systemd-analyze >/dev/null && strace -V >/dev/null 2>&1; then
	sed -n 's/^SystemCallFilter=\([^~]\)/\1/p' "$unit" >allowed.groups
	calls $(cat allowed.groups) | sort -u >allowed.all
	calls $(sed -n 's/^SystemCallFilter=~//p' "$unit") | sort -u >denied
	comm -23 allowed.all denied >allowed
	calls @default @file-system >>allowed
	new_repository work
	cp -r "$root/tests/sites/common/." work
	commit work 1700000000 one
	git clone -q --bare work site.git
	start_git_daemon "$scratch"
	echo 0123456789abcdef >secret
	hook=$(free_port)
	cat >portal.conf <<-END
		source = $git_url/site.git
		subdir = content
		templates = source:templates
		output = $scratch/public
		status = $scratch/status
		cache = $scratch/cache
		compress = yes
		hook = $hook
		secret = $scratch/secret
	END
	serve "$hook" strace -f -qq -e signal=none -o "$scratch/trace" \
		"$tilts" follow --settings portal.conf
	ok "with a setting file it follows" wait_until grep -qs '"state":"ok"' status/status.json
	curl -s -o answer -H 'X-Gitlab-Token: 0123456789abcdef' -d x "http://127.0.0.1:$hook/"
	is "and hears" "$(cat answer)" heard
	kill -TERM $(cat "/proc/$server_pid/task/$server_pid/children")
	wait "$server_pid"
	sed -n 's/^[0-9]* *\([a-z0-9_]*\)(.*/\1/p' trace | sort -u >made
	ok "calls were seen" grep -q '^landlock_restrict_self$' made
	# setrlimit is prlimit64 in the C library; the first is the name of its wrapper.
	is "no call that the service may not make" "$(grep -vxFf allowed made)" ""
else
	skip "no call that the service may not make" "no systemd-analyze or strace"
fi

# --- installed --------------------------------------------------------------------------

# In a copy of this machine that is gone afterwards: its libraries are there, and
# nothing that the package writes stays.
cat >install.sh <<-'END'
	set -e
	mount -t tmpfs none layer
	mkdir layer/upper layer/work layer/root
	mount -t overlay -o lowerdir=/,upperdir=layer/upper,workdir=layer/work none layer/root
	mount -t proc proc layer/root/proc
	mkdir -p layer/root/package
	cp "$1" layer/root/package
	cp -r work layer/root/package/site
	exec chroot layer/root sh -e /package/site/inside.sh
END
mkdir layer
run unshare -m sh -ec 'mount -t tmpfs none layer; mkdir layer/upper layer/work layer/root
	mount -t overlay -o lowerdir=/,upperdir=layer/upper,workdir=layer/work none layer/root'
if [ "$status" -ne 0 ] || [ ! -d work ]; then
	skip "it installs" "no mounts of our own here: $err"
	finish
fi
cat >work/inside.sh <<-'END'
	printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
	chmod +x /usr/sbin/policy-rc.d
	rm -f /var/lib/man-db/auto-update
	dpkg -i /package/*.deb >/package/log 2>&1 || { cat /package/log; exit 1; }
	! getent passwd tilts >/dev/null || echo user
	tilts --version
	cd /package/site
	tilts check --messages lv
	tilts build --templates templates --output /var/www/html/portal >/dev/null && echo built
	man -w tilts >/dev/null 2>&1 && echo manual
	systemd-analyze verify /lib/systemd/system/tilts-follow@.service && echo verified
	echo changed >>/etc/tilts/example.conf
	dpkg -r tilts >/dev/null 2>&1
	test -e /etc/tilts/example.conf && echo kept
	dpkg -P tilts >/dev/null 2>&1
	test ! -e /etc/tilts && test ! -e /usr/share/tilts && echo purged
END
run unshare -m sh install.sh "$package"
is "it installs: $err" "$status" 0
for word in user 1.0.0 "kļūdu nav" built manual verified kept purged; do
	like "installed: $word" "$out" "$word"
done

finish
