#!/bin/sh
# What people print from the portal: the sheet of each prison is one A4 page.
. "${0%/*}/lib.sh"

TILTS=${TILTS:-$root/build/tilts}
case $TILTS in /*) ;; *) TILTS=$root/$TILTS ;; esac
[ -x "$TILTS" ] || skip_all "make first"
for tool in chromium pdfinfo pdftotext perl; do
	command -v $tool >/dev/null || skip_all "no $tool"
done

# print_pdf HTML PDF
print_pdf() {
	chromium --headless --no-sandbox --disable-gpu --user-data-dir="$scratch/chromium" \
		--no-pdf-header-footer --print-to-pdf="$2" "file://$1" 2>"$scratch/.chromium"
}

pages() {
	pdfinfo "$1" | awk '/^Pages:/ { print $2 }'
}

ok 'the portal is built' "$TILTS" build --source "$root/content" --templates "$root/templates" \
	--output "$scratch/public" --now 2026-11-22

# All sheets of a language in one document, so that the browser starts once: as
# many pages as sheets, and each page begins with the name of its prison.
sheets() {
	perl -CSD -e '
		my ($css, @files) = @ARGV;
		print "<!DOCTYPE html><meta charset=\"utf-8\"><link rel=\"stylesheet\" href=\"$css\">";
		for (@files) {
			open my $in, "<", $_ or die "$_: $!";
			my $html = do { local $/; <$in> };
			$html =~ /<main.*?<\/main>/s or die "$_: no main";
			print "<div class=\"sheet\" style=\"break-after: page\">$&</div>\n";
		}' "$@"
}

# The first word of each page; of each heading.
first_words() {
	for number in $(seq "$2"); do
		pdftotext -f "$number" -l "$number" -raw "$1" - | sed -n '1s/ .*//p;1q'
	done
}

titles() {
	sed -n 's/<h1>\([^ ]*\) .*<\/h1>/\1/p' "$@"
}

css=$(echo "$scratch"/public/assets/portal.*.css)
for language in '' ru/ en/; do
	files=$(find "$scratch/public/$language" -mindepth 3 -maxdepth 4 -path '*/lapa/index.html' |
		grep "^$scratch/public/$language[a-z]*/[a-z-]*/lapa/" | sort)
	# shellcheck disable=SC2086
	set -- $files
	is "there are sheets in '$language'" "$([ $# -gt 9 ] && echo yes)" yes
	sheets "$css" "$@" >sheets.html
	print_pdf "$scratch/sheets.html" sheets.pdf
	is "each sheet in '$language' is one page" "$(pages sheets.pdf)" $#
	is "each page in '$language' is one sheet" "$(first_words sheets.pdf $#)" "$(titles "$@")"
	is "the sheets in '$language' are A4" "$(pdfinfo sheets.pdf | grep -o A4)" A4
done

finish
