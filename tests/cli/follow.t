#!/bin/sh
# `tilts follow`: from a push to the readers, and everything that stands between.
. "${0%/*}/lib.sh"

. "$root/tests/cli/following.sh"
messages="--messages en"

# --- the beginning ------------------------------------------------------------------

begin "$scratch/site.git" --interval 3600
ok "the first build needs no push" until_ shows vārds-viens
ok "it is told" until_ state ok
like "the commit is told" "$(cat status/status.json)" "$(git -C work rev-parse HEAD)"
ok "the page for people" grep -q 'lang="lv"' status/index.html

# --- webhooks -----------------------------------------------------------------------

page 'description: Pirmā lapa.' 'vārds-divi'
push two
body='{"ref":"refs/heads/main"}'
is "GitHub" "$(post "$body" "X-Hub-Signature-256: sha256=$(signature "$body")")" 202
ok "a push is read" until_ shows vārds-divi
page 'description: Pirmā lapa.' 'vārds-trīs'
push three
is "Gitea" "$(post "$body" "X-Gitea-Signature: $(signature "$body")")" 202
ok "a push to Gitea is read" until_ shows vārds-trīs
page 'description: Pirmā lapa.' 'vārds-četri'
push four
is "Forgejo" "$(post "$body" "X-Forgejo-Signature: $(signature "$body")")" 202
ok "a push to Forgejo is read" until_ shows vārds-četri
page 'description: Pirmā lapa.' 'vārds-pieci'
push five
is "GitLab" "$(post "$body" "X-Gitlab-Token: $secret")" 202
ok "a push to GitLab is read" until_ shows vārds-pieci

page 'description: Pirmā lapa.' 'vārds-seši'
push six
is "no signature" "$(post "$body")" 401
is "another secret" "$(post "$body" "X-Hub-Signature-256: sha256=$(signature "$body" other)")" 401
is "another body" "$(post "$body" "X-Hub-Signature-256: sha256=$(signature "x$body")")" 401
is "a cut signature" "$(post "$body" "X-Hub-Signature-256: sha256=$(signature "$body" | cut -c1-32)")" 401
is "no prefix" "$(post "$body" "X-Hub-Signature-256: $(signature "$body")")" 401
is "another token" "$(post "$body" "X-Gitlab-Token: ${secret}x")" 401
is "a wrong signature is not healed by a right one beside it" "$(post "$body" \
	"X-Hub-Signature-256: sha256=$(signature x)" "X-Gitea-Signature: $(signature "$body")")" 401
is "GET" "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$hook/")" 405
head -c 40000000 /dev/zero >large
is "a body that is too large" "$(post @large "X-Gitlab-Token: $secret")" 413
rm large
ok "none of these built anything" shows vārds-pieci
is "they are said once" "$(grep -c 'right signature' log)" 1
ok "a body of a megabyte" test "$(head -c 1000000 /dev/zero | tr '\0' x >mega
	post @mega "X-Hub-Signature-256: sha256=$(openssl dgst -sha256 -hmac "$secret" mega | sed 's/.*= *//')")" = 202
ok "a push is read after them" until_ shows vārds-seši
ok "they were counted" until_ grep -q '"webhooks":{"accepted":[56],"refused":7}' status/status.json

# --- mistakes -----------------------------------------------------------------------

page 'description: Pirmā lapa.' 'TODO [x](nav.md) <i>'
push mistake
ring a >/dev/null
ok "a bad commit is told" until_ state mistakes
like "with its message" "$(cat status/status.json)" link-missing
like "to people" "$(cat status/index.html)" "Pēdējās izmaiņās ir kļūdas"
like "what is quoted of the content is no markup there" "$(cat status/index.html)" '(nav.md) &lt;i&gt;'
ok "the old site stays" shows vārds-seši
ok "what is published is on the page for people" grep -q \
	"<dt>Publicēts<dd>[^,]*, $(git -C work rev-parse HEAD~1 | cut -c1-12)" status/index.html
ok "and what was tried" grep -q "<dt>Pēdējais mēģinājums<dd>[^,]*, $(git -C work rev-parse HEAD | cut -c1-12)" status/index.html
like "errors are counted" "$(cat status/status.json)" '"errors":2,"warnings":1'
ok "which come first on the page" grep -q '^<pre>[^ ]* error: ' status/index.html
like "what is published is still told" "$(cat status/status.json)" \
	"\"published\":{\"commit\":\"$(git -C work rev-parse HEAD~1)\""
page 'description: Pirmā lapa.' 'vārds-septiņi'
push mended
ring b >/dev/null
ok "mended" until_ shows vārds-septiņi
ok "and told" until_ state ok

# --- a burst, a rewritten branch, one that vanishes ---------------------------------

before=$(grep -c '^published' log)
for i in 1 2 3 4 5 6 7 8; do
	page 'description: Pirmā lapa.' "grūdiens-$i"
	push "burst $i"
done
for i in 1 2 3 4 5 6 7 8; do
	ring "$i" >/dev/null
done
ok "a burst ends with the last of it" until_ shows grūdiens-8
ok "and is said" until_ says "$(git -C work rev-parse HEAD | cut -c1-12)"
git -C work reset -q --hard HEAD~1
page 'description: Pirmā lapa.' 'pārrakstīts'
push rewritten --force
ring c >/dev/null
ok "a rewritten branch is followed" until_ shows pārrakstīts
ok "and is said too" until_ says "$(git -C work rev-parse HEAD | cut -c1-12)"
# One build after another: a second one of the burst would stand before this one.
is "eight pushes were one build" $(($(grep -c '^published' log) - before)) 2

git -C site.git branch -m main away
git -C site.git symbolic-ref HEAD refs/heads/main
ring d >/dev/null
ok "a branch that vanishes is told" until_ state failing
ok "the old site stays" shows pārrakstīts
ring e >/dev/null
ring f >/dev/null
git -C site.git branch -m away main
page 'description: Pirmā lapa.' 'atpakaļ'
push back
ring g >/dev/null
ok "it came back" until_ shows atpakaļ
is "it was said once" "$(grep -c "has no branch or tag called 'HEAD'" log)" 1

# --- templates ----------------------------------------------------------------------

sed 's,<body>,<body>veidne-divi,;t;s,</head>,</head>veidne-divi,' work/templates/page.html >page
cmp -s page work/templates/page.html && sed '$s,^,veidne-divi,' work/templates/page.html >page
cp page work/templates/page.html
push template
ring h >/dev/null
ok "templates come from the same commit" until_ shows veidne-divi

kill -HUP "$follow"
kill "$follow"
wait "$follow"
is "SIGTERM ends it well" $? 0

# --- who learns of it -----------------------------------------------------------------

cat >told.sh <<-'END'
	#!/bin/sh
	cat >>"$0.json"
END
chmod +x told.sh
begin "$scratch/site.git" --interval 1 --on-result "$scratch/told.sh"
ok "a program is given the result" until_ grep -q '"state":"ok"' told.sh.json
page 'description: Pirmā lapa.' '[x](nav.md)'
push "another mistake"
ok "without a webhook the interval finds it" until_ grep -q '"state":"mistakes"' told.sh.json
like "with its messages" "$(cat told.sh.json)" link-missing
# When the second one is heard, the attempt for the first has begun.
ring x >/dev/null
ring y >/dev/null
ok "who asks again" until_ sh -c '[ -z "$(cat "/proc/$1/task/$1/children")" ]' sh "$follow"
is "the result of each commit once" "$(grep -c '"state"' told.sh.json)" 2
stop_server "$follow"

page 'description: Pirmā lapa.' 'vārds-beidzamais'
push good
mkdir told.sh.d
begin "$scratch/site.git" --interval 1 --on-result "$scratch/nothing-there"
ok "a program that is not there is told" until_ says "nothing-there: No such file"
ok "and stops nothing" until_ shows vārds-beidzamais
stop_server "$follow"

# --- what is heard while a build is at work --------------------------------------------

cat >hold.sh <<-'END'
	#!/bin/sh
	until [ -e "$0.go" ]; do sleep 0.1; done
END
chmod +x hold.sh
begin "$scratch/site.git" --interval 3600 --on-result "$scratch/hold.sh"
ok "a build is at work: it tells of its result" until_ state ok
page 'description: Pirmā lapa.' 'vārds-pa-vidu'
push meanwhile
is "a webhook meanwhile" "$(ring m)" 202
touch hold.sh.go
ok "is no less heard than one before" until_ shows vārds-pa-vidu
stop_server "$follow"

# --- a build that is killed -----------------------------------------------------------

cat >slow.sh <<-'END'
	#!/bin/sh
	[ ! -e "$0.own" ] || exit 0
	echo $$ >"$0.own"
	echo $PPID >"$0.pid"
	exec sleep 600
END
chmod +x slow.sh
begin "$scratch/site.git" --interval 3600 --on-result "$scratch/slow.sh"
ok "a build is there" until_ test -s slow.sh.pid
kill -KILL "$(cat slow.sh.pid)"
ok "a build that dies is told" until_ says "the build died: signal 9"
ok "to people, too" until_ grep -q "<pre>the build died: signal 9" status/index.html
ok "while what it ran goes on" kill "$(cat slow.sh.own)"
page 'description: Pirmā lapa.' 'pēc-nāves'
push last
ring l >/dev/null
ok "and it goes on" until_ shows pēc-nāves
ok "and says that all is well" until_ state ok
kill -KILL "$(cat "/proc/$follow/task/$follow/children")" 2>/dev/null
stop_server "$follow"
rm slow.sh.*
messages="--messages ru"
begin "$scratch/site.git" --interval 3600 --on-result "$scratch/slow.sh"
messages="--messages en"
ok "in Russian: a build is there" until_ test -s slow.sh.pid
kill -XCPU "$(cat slow.sh.pid)"
ok "a long name of a signal is told whole" until_ grep -q '24 (превышено время процессора)"' status/status.json
kill "$(cat slow.sh.own)"
stop_server "$follow"

# --- the secret as systemd keeps it ----------------------------------------------------

name=$(sed -n 's/^LoadCredential=\(.*\):tilts-%i$/\1/p' "$root/src/deb/tilts-follow@.service")
mkdir credentials
echo fedcba9876543210 >"credentials/$name"
hook=$(free_port)
serve "$hook" env CREDENTIALS_DIRECTORY="$scratch/credentials" "$TILTS" follow --source "$scratch/site.git" \
	--subdir content --templates source:templates --output web/public --hook "$hook" --interval 3600
is "a credential of the unit is the secret" "$(post x "X-Gitlab-Token: fedcba9876543210")" 202
is "and no other" "$(post x "X-Gitlab-Token: $secret")" 401
stop_server "$server_pid"
run env CREDENTIALS_DIRECTORY="$scratch" "$TILTS" follow --source site.git --hook 8080
like "no credential there" "$err" "$scratch/$name: No such file"
is "no credential there: status" "$status" 2

# --- what it refuses ------------------------------------------------------------------

run "$TILTS" follow --source work/content --templates work/templates
is "a plain folder: status" "$status" 2
like "a plain folder" "$err" "must be a repository"
for folder in web/public web/public/ru web/../web/public/; do
	run bounded "$TILTS" follow --source site.git --subdir content --templates source:templates \
		--output web/public --status "$folder"
	is "a status page in the site, $folder: status" "$status" 2
	like "a status page in the site, $folder" "$err" "--status must lie outside --output"
done
run "$TILTS" follow --source site.git --hook 8080
is "webhooks without a secret" "$status" 2
echo short >short
run "$TILTS" follow --source site.git --hook 8080 --secret short
like "a short secret" "$err" "at least 16 letters"
run "$TILTS" follow --source site.git --hook 8080 --secret gone
like "no secret there" "$err" "gone: No such file"
run "$TILTS" follow --sauce site.git
like "a mistyped option" "$err" "did you mean '--source'?"

# --- settings -----------------------------------------------------------------------------

refuses() { # NAME TEXT WANTED
	printf "$2" >wrong.conf
	run "$TILTS" follow --settings wrong.conf
	like "$1" "$err" "$3"
	is "$1: status" "$status" 2
}
refuses "an unknown setting" '# a\n\nsauce = x\n' "wrong.conf:3: unknown setting 'sauce'; did you mean 'source'?"
refuses "a wrong value" 'interval = soon\n' "wrong.conf:1: interval wants a number"
refuses "a flag" 'compress = perhaps\n' "wrong.conf:1: compress wants yes or no"
refuses "no value" 'compress\n' "wrong.conf:1: a setting is 'name = value'"
refuses "twice" 'ref = a\nref = b\n' "wrong.conf:2: this setting stands above already"
refuses "dashes" '%s--ref = a\n' "wrong.conf:1: unknown setting '--ref'"
refuses "settings in settings" 'settings = x\n' "unknown setting 'settings'"
run "$TILTS" follow --settings gone.conf
like "no such file" "$err" "gone.conf: No such file"
run "$TILTS" follow --settings "$root/src/deb/example.conf" --source work/content
like "the sample is understood, and the command line wins" "$err" "jānorāda repozitorijs"

finish
