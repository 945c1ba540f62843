#!/bin/sh
# What `tilts new ci` writes for a forge: the forge's form, and commands that work.
. "${0%/*}/lib.sh"

tilts=$root/build/tilts
[ -x "$tilts" ] || skip_all "make build/tilts first"
python3 -c 'import yaml' 2>/dev/null || skip_all "no python3-yaml"
mkdir bin
ln -s "$tilts" bin/tilts
PATH=$scratch/bin:$PATH

# --- what is written -------------------------------------------------------------------------

run "$tilts" new ci github
is "outside of a repository: status" "$status" 2
like "outside of a repository" "$err" "top of a repository"
new_repository work
cp -r "$root/tests/sites/common/." work
commit work 1700000000 one
cd work || exit 1
run "$tilts" new ci githb
is "a slip: status" "$status" 2
like "a slip" "$err" "did you mean 'github'?"
for name in "my content" 'a$b' "a'b" 'a#b' 'a;b'; do
	run "$tilts" new ci gitlab --source "$name"
	is "a name that a shell would take apart: $name" "$status $(ls -A | grep gitlab)" "2 "
	like "it is named: $name" "$err" "'$name' can't stand"
done
for forge in github:.github/workflows/portals.yml gitlab:.gitlab-ci.yml \
	forgejo:.forgejo/workflows/portals.yml; do
	run "$tilts" new ci "${forge%%:*}"
	is "${forge%%:*}: $err" "$status$out" "0${forge#*:}"
	ok "${forge%%:*} is YAML" python3 -c 'import sys, yaml; yaml.safe_load(open(sys.argv[1]))' "${forge#*:}"
	ok "${forge%%:*} has nothing left to fill in" sh -c '! grep @OPTIONS "$1"' sh "${forge#*:}"
	run "$tilts" new ci "${forge%%:*}"
	like "${forge%%:*}: nothing is overwritten" "$err" "there is such a file already"
done
mkdir sub
cp -r content sub/content
run sh -c 'cd sub && mkdir .git && "$1" new ci gitlab --subdir ./ --templates ../templates' sh "$tilts"
ok "options go with it" grep -q -- '--source content --templates ../templates --subdir' sub/.gitlab-ci.yml
rm -r sub

# step FILE NAME: the commands of a step, or of a job's part.
step() {
	python3 - "$@" <<-'END'
		import sys, yaml
		jobs = yaml.safe_load(open(sys.argv[1]))
		if 'jobs' in jobs:
		    steps = [s for s in jobs['jobs']['portals']['steps'] if s.get('name') == sys.argv[2]]
		    print(steps[0]['run'])
		else:
		    print('\n'.join(jobs['portals'][sys.argv[2]]))
	END
}
# kept FILE: how deep the history is fetched, when the files of a job are kept, and their folders.
kept() {
	python3 - "$1" <<-'END'
		import sys, yaml
		jobs = yaml.safe_load(open(sys.argv[1]))
		if 'jobs' in jobs:
		    uses = {s['uses'].split('@')[0].split('/')[-1]: s['with']
		        for s in jobs['jobs']['portals']['steps'] if 'uses' in s}
		    print(uses['checkout']['fetch-depth'], '-', uses['upload-artifact']['path'])
		else:
		    kept = jobs['portals']['artifacts']
		    print(jobs['variables']['GIT_DEPTH'], kept['when'], *kept['paths'], *kept['reports'].values())
	END
}
# runs FILE NAME: as the forge's shell would.
runs() {
	step "$1" "$2" >../commands
	run sh -e ../commands
}

# --- a site without mistakes --------------------------------------------------------------------

export CI_PROJECT_ROOT_NAMESPACE=dari CI_PAGES_DOMAIN=pages.example CI_PROJECT_PATH=dari/a/portals CI_JOB_ID=7
for step in .github/workflows/portals.yml:Pārbaude .github/workflows/portals.yml:Priekšskatījums \
	.forgejo/workflows/portals.yml:Pārbaude .forgejo/workflows/portals.yml:Priekšskatījums \
	.gitlab-ci.yml:script; do
	rm -rf preview
	runs "${step%%:*}" "${step#*:}"
	is "$step: $err" "$status" 0
	case $step in
	*:P*e) ;;
	*) ok "$step: the preview" test -f preview/public/index.html ;;
	esac
done
for file in .github/workflows/portals.yml .forgejo/workflows/portals.yml .gitlab-ci.yml; do
	read -r depth when folders <<-END
		$(kept "$file")
	END
	is "$file: the whole history, from which the days of pages come" "$depth" 0
	ok "$file: what is kept is there" ls -d $folders
	is "$file: the preview is" "$(ls ${folders%% *}/index.html)" "${folders%% *}/index.html"
done
is "GitLab: the report of a check that failed is kept too" "$when" always
like "GitLab's preview knows its address" "$(cat preview/public/sitemap.xml preview/public/index.html)" \
	"https://dari.pages.example/-/a/portals/-/jobs/7/artifacts/preview/public/"
is "no mistakes are an empty report" "$(tr -d '\n' <gl-code-quality-report.json)" "[]"

# --- with mistakes -----------------------------------------------------------------------------

printf '[nav](nav.md)\n\n[nav](nav.md)\n' >>content/lv/index.md
line=$(grep -n 'nav.md' content/lv/index.md | head -1 | cut -d: -f1)
runs .github/workflows/portals.yml Pārbaude
is "GitHub: status" "$status" 1
like "GitHub: a note at the line, in Latvian" "$out" \
	"::error file=content/lv/index.md,line=$line,col=7,title=link-missing::nav lapas"
runs .gitlab-ci.yml script
is "GitLab: status" "$status" 1
like "GitLab: the log has it for people" "$err" "kļūda: nav lapas"
ok "GitLab: the report" python3 - "$line" <<-'END'
	import json, sys
	found = json.load(open('gl-code-quality-report.json'))
	assert len(found) == 2, found
	assert len({f['fingerprint'] for f in found}) == 2
	first = found[0]
	assert first['check_name'] == 'link-missing' and first['severity'] == 'major', first
	assert first['location'] == {'path': 'content/lv/index.md', 'lines': {'begin': int(sys.argv[1])}}, first
	assert 'nav lapas' in first['description'], first
END
cp gl-code-quality-report.json before.json
sed -i "${line}i Rinda virs tās." content/lv/index.md
runs .gitlab-ci.yml script
ok "GitLab: a line above changes no fingerprint" python3 -c '
import json
prints = [sorted(f["fingerprint"] for f in json.load(open(n))) for n in ("before.json", "gl-code-quality-report.json")]
assert prints[0] == prints[1], prints'

# --- Forgejo: notes by its API --------------------------------------------------------------------

if command -v jq >/dev/null; then
	cat >../forge.py <<-'END'
		import http.server, json, sys
		class Forge(http.server.BaseHTTPRequestHandler):
		    def do_POST(self):
		        body = self.rfile.read(int(self.headers['Content-Length']))
		        json.dump({'path': self.path, 'token': self.headers['Authorization'],
		            'body': json.loads(body)}, open('../review.json', 'w'))
		        self.send_response(200)
		        self.end_headers()
		http.server.HTTPServer(('127.0.0.1', int(sys.argv[1])), Forge).serve_forever()
	END
	port=$(free_port)
	serve "$port" python3 ../forge.py "$port"
	export TOKEN=t0ken REQUEST=5 GITHUB_REPOSITORY=dari/portals GITHUB_API_URL=http://127.0.0.1:$port/api/v1
	runs .forgejo/workflows/portals.yml Pārbaude
	is "Forgejo: status" "$status" 1
	like "Forgejo: the log has it" "$err" "kļūda: nav lapas"
	ok "Forgejo: a review with notes at lines" python3 - "$((line + 1))" <<-'END'
		import json, sys
		got = json.load(open('../review.json'))
		assert got['path'] == '/api/v1/repos/dari/portals/pulls/5/reviews', got
		assert got['token'] == 'token t0ken', got
		assert got['body']['event'] == 'COMMENT', got
		note = got['body']['comments'][0]
		assert note['path'] == 'content/lv/index.md' and note['new_position'] == int(sys.argv[1]), note
		assert 'nav lapas' in note['body'], note
	END
	echo '{{strings.x}}' >>templates/page.html
	mv templates/strings ../strings
	runs .forgejo/workflows/portals.yml Pārbaude
	like "Forgejo: a mistake that stands in no file" "$err" "strings/lv.json"
	ok "Forgejo: is no note at a line" jq -e '[.body.comments[].path] == [
		"content/lv/index.md", "content/lv/index.md"]' ../review.json
	mv ../strings templates/strings
	sed -i '$d' templates/page.html
	stop_server "$server_pid"
	runs .forgejo/workflows/portals.yml Pārbaude
	is "Forgejo: without its API the mistakes are still told" "$status" 1
	like "Forgejo: and that there are no notes" "$out" "nevarēja pierakstīt"
else
	skip "Forgejo: a review with notes at lines" "no jq"
fi

# --- how the program comes ---------------------------------------------------------------------------

for name in apt-get make curl; do
	printf '#!/bin/sh\necho %s "$@" >>"%s/called"\n' "$name" "$scratch" >../bin/$name
	chmod +x ../bin/$name
done
for file in .github/workflows/portals.yml:Programma .forgejo/workflows/portals.yml:Programma \
	.gitlab-ci.yml:before_script; do
	rm -f ../called
	TILTS_PACKAGE= runs "${file%%:*}" "${file#*:}"
	like "$file: from this repository" "$(cat ../called)" "make install"
	rm -f ../called
	export TILTS_PACKAGE=https://example.org/tilts.deb
	runs "${file%%:*}" "${file#*:}"
	like "$file: from a package" "$(cat ../called)" "curl -fsSL -o /tmp/tilts.deb https://example.org/tilts.deb"
	unlike "$file: which is not built" "$(cat ../called)" "make install"
done
is "the folder is called safe" "$(git config --global safe.directory)" "$PWD"

cd ..
finish
