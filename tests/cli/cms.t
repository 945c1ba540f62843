#!/bin/sh
# `tilts cms`: the form for editors is written where it may be, and keeps every byte of
# every page and record of the portal. `make forms` changes each value, this some.
. "${0%/*}/lib.sh"

case ${TILTS:=$root/build/tilts} in
/*) ;;
*) TILTS=$root/$TILTS ;;
esac
[ -x "$TILTS" ] || skip_all "make first"
decap=$root/build/decap-cms.js
[ -f "$decap" ] || skip_all "make build/decap-cms.js first"
command -v node >/dev/null || skip_all "no node"

mkdir site
cp -r -H "$root/content" "$root/templates" site
cd site || exit 1
git init -q .

cms() {
	run "$TILTS" cms "$@"
}

# --- where, and with what ---------------------------------------------------------

cms
is "without a folder it says what is wanted" "$status" 2
cms public/admin --decap "$decap"
is "not below the site" "$status" 2
like "and it says so" "$err" "must lie outside 'public'"
cms content/admin --decap "$decap"
is "not below the content" "$status" 2
cms admin
is "without the CMS's own file" "$status" 2
like "it says where to get it" "$err" "npm pack decap-cms@3.16.3"
cms admin --messages lv
like "in the language that was asked for" "$err" "tilts cms: node_modules/decap-cms/dist/decap-cms.js: nav tāda faila vai mapes"
{ cat "$decap" && echo; } >other.js
cms admin --decap other.js
is "another file is refused" "$status" 2
like "by its name and version" "$err" "other.js is not decap-cms 3.16.3"
is "nothing was written" "$(ls -d admin 2>/dev/null)" ""
cms admin --decap "$decap"
is "else it is written" "$status" 0
like "the page names the CMS's file by its hash" "$(cat admin/index.html)" "integrity=\"sha256-"
hash=$(node -e 'console.log(require("crypto").createHash("sha256").update(require("fs").readFileSync(process.argv[1])).digest("base64"))' "$decap")
like "which is the right one" "$(cat admin/index.html)" "sha256-$hash"
like "it knows where the content lies in the repository" "$(cat admin/model.js)" '"prefix": "content"'
like "it speaks to a server on this machine" "$(cat admin/index.html)" "connect-src 'self' blob: http://localhost:8081\""

# --- where it saves ------------------------------------------------------------------

sed -i 's|"search": true,|"search": true, "cms": {"name": "forgejo", "repo": "a/b", "branch": "main",\
  "base_url": "https://forge.example", "api_root": "https://forge.example/api/v1", "auth_type": "pkce", "app_id": "https://a.example;b/x"},|' content/site.json
cms admin --decap "$decap"
is "a forge of site.json" "$status" 0
like "is the only other host" "$(cat admin/index.html)" "connect-src 'self' blob: https://forge.example https://forge.example\""
like "and is what the form signs in to" "$(cat admin/model.js)" '"app_id": "https://a.example;b/x"'
sed -i 's|"forgejo"|"forgeyo"|' content/site.json
run "$TILTS" check
like "a forge that nobody knows is told" "$err$out" "forgeyo"

# --- languages ---------------------------------------------------------------------------

ok "a form speaks its editor's language, and no text of a schema lacks a translation" \
	node "$root/tests/cms/languages.js" admin

# --- bytes ----------------------------------------------------------------------------

ok "what an edit makes of a file, exactly" node "$root/tests/cms/edits.js" admin
ok "opened and saved, each file of the portal has its bytes; a changed value changes its line" \
	node "$root/tests/cms/bytes.js" admin "$root/content" 17

finish
