#!/bin/sh
# The day a page was changed on, as its readers' calendar has it.
. "${0%/*}/lib.sh"

tilts=$root/build/tilts
[ -x "$tilts" ] || skip_all "make first"

new_repository site
cp -r "$root/tests/sites/common/." site
printf '<time datetime="{{page.updated.iso}}"></time>\n' >>site/templates/page.html
printf -- '---\ntitle: B\ndescription: Otra lapa.\n---\nTeksts.\n' >site/content/lv/otra.md

# at TIME SUBJECT: a commit of all, by a clock in California.
at() {
	git -C site add -A && GIT_AUTHOR_DATE="$1 -0800" GIT_COMMITTER_DATE="$1 -0800" \
		git -C site commit -q -m "$2"
}

# build: $err, and the days of the two pages in $home_day and $other_day.
build() {
	(cd site && "$tilts" build --source "$scratch/site" --ref main --subdir content \
		--now 2026-11-22 --output "$scratch/public") >"$scratch/.out" 2>"$scratch/.err"
	status=$?
	err=$(cat "$scratch/.err")
	home_day=$(day_of public/index.html)
	other_day=$(day_of public/otra/index.html)
}

day_of() {
	sed -n 's/.*<time datetime="\([0-9-]*\)">.*/\1/p' "$1"
}

at 1700000000 one # 14 November 2023, 14:13 there, 15 November, 00:13 in Riga
build
is "a day of the site's zone" "$home_day" 2023-11-15
is "nothing to say" "$status$err" 0
like "search engines hear when it was" "$(cat public/sitemap.xml)" "/</loc>
<lastmod>2023-11-14T22:13:20Z</lastmod>
</url>"

echo more >>site/content/lv/otra.md
at 3786912000 "a wrong clock"
build
is "a clock in the future: status" "$status" 0
like "a clock in the future is told" "$err" "warning: the commit ???????????? is of 2090-01-01, a day still to come*source-clock"
is "once" "$(echo "$err" | grep -c source-clock)" 1
is "its page shows no date" "$other_day" ""
unlike "search engines hear of none" "$(cat public/sitemap.xml)" 2090
is "another keeps its own" "$home_day" 2023-11-15
like "the feed begins with what is true" "$(cat public/feed.xml)" "<updated>2023-11-14T22:13:20Z"
is "and does not have the other" "$(grep -c '<title>B</title>' public/feed.xml)" 1

# What is gone, or hides, leaves no trace in a feed of changes.
mkdir -p site/content/data/services site/content/ru
printf '{}\n' >site/templates/strings/ru.json
cat >site/content/site.json <<END
{"title": "V", "description": "V.", "base_url": "https://example.org", "timezone": "Europe/Riga",
"languages": [{"code": "lv", "name": "Latviešu", "path": ""}, {"code": "ru", "name": "Русский", "path": "ru"}]}
END
printf '{{record.title}}<meta http-equiv="Content-Security-Policy" content="default-src '"'self'"'"><meta name="referrer" content="no-referrer">\n' >site/templates/record.html
printf '{{page.title}}<meta http-equiv="Content-Security-Policy" content="default-src '"'self'"'"><meta name="referrer" content="no-referrer">\n' >site/templates/records.html
printf -- '---\ntitle: Palīdzība\ndescription: P.\nrecords: services\n---\n' >site/content/lv/palidziba.md
printf '{"type": "object"}\n' >site/content/data/services/schema.json
printf '{"name": "Rādāmais"}\n' >site/content/data/services/radams.json
printf '{"name": "Slēpjamais", "check_by": "2026-11-21", "overdue": "hide"}\n' >site/content/data/services/slepjams.json
printf -- '---\ntitle: Вторая\ndescription: Д.\n---\nТекст.\n' >site/content/ru/otra.md
printf -- '---\ntitle: Начало\ndescription: Н.\n---\nТекст.\n' >site/content/ru/index.md
at 1700100000 "new ones"
git -C site rm -q content/ru/otra.md
at 1700200000 "a translation is gone"
build
is "they build: status" "$status" 0
feed=$(cat public/feed.xml public/ru/feed.xml)
like "a record in the feed" "$feed" "<title>Rādāmais</title>"
unlike "not one that hides" "$feed" "Slēpjamais"
like "what a page is about, in its language" "$(cat public/ru/feed.xml)" "<summary>Н.</summary>"
unlike "and not what was said to who edits" "$feed" "new ones"
like "a translation in its feed" "$(cat public/ru/feed.xml)" "<title>Начало</title>"
unlike "not what stands in the place of one that is gone" "$(cat public/ru/feed.xml)" "<title>B</title>"

finish
