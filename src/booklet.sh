#!/bin/sh
# src/booklet.sh PUBLIC FOLDER: prints each page of class "booklet" below PUBLIC
# into FOLDER/booklet-<language>.pdf with Chromium.
#
# CSS can number pages, but not tell in the contents on which page a chapter
# begins. So it is printed twice: where the first copy's chapters landed goes
# into the contents of the second.
set -eu

public=$(cd "$1" && pwd)
folder=$(cd "$2" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP

chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-headless-shell || echo chromium)}

# print_pdf HTML PDF
print_pdf() {
	"$chromium" --headless --no-sandbox --disable-gpu --no-first-run \
		--user-data-dir="$work/chromium" --no-pdf-header-footer \
		--print-to-pdf="$2" "file://$1" 2>"$work/said" || {
		cat "$work/said" >&2
		return 1
	}
}

# A copy that stands alone: style sheets from the folder, other links to the
# site, no policy, since "self" is nothing for a file.
stand_alone() {
	perl -0pe '
		BEGIN { $public = shift }
		my ($site) = m{<link rel="canonical" href="(https?://[^/"]+)} or die "no canonical\n";
		s{<meta http-equiv="Content-Security-Policy"[^>]*>}{};
		s{href="[^"]*/(assets/[^"/]+\.css)"}{href="file://$public/$1"}g;
		s{<script[^>]*></script>}{}g;
		s{href="/}{href="$site/}g;
	' "$public" "$1"
}

# add_numbers PDF HTML
add_numbers() {
	pdfinfo -dests "$1" | perl -0pe '
		BEGIN {
			open my $html, "<", pop or die; local $/; $text = <$html>;
		}
		my %page;
		$page{$2} = $1 while /^ *(\d+) \[.*\] "(.*)"$/mg;
		($_ = $text) =~ s{(<nav class="contents".*?</nav>)}{
			my $nav = $1;
			$nav =~ s[(href="#([^"]*)".*?)</a>]
				[$1 . (defined $page{$2} ? "<span class=\"at\">$page{$2}</span>" : "") . "</a>"]gse;
			$nav }se;
	' "$2"
}

found=no
for file in $(grep -rl --include=index.html '<body class="booklet">' "$public"); do
	found=yes
	language=$(sed -n 's/^<html lang="\([a-z-]*\)".*/\1/p' "$file")
	stand_alone "$file" >"$work/plain.html"
	print_pdf "$work/plain.html" "$work/first.pdf"
	add_numbers "$work/first.pdf" "$work/plain.html" >"$work/numbered.html"
	print_pdf "$work/numbered.html" "$folder/booklet-$language.pdf"
	echo "$2/booklet-$language.pdf: $(pdfinfo "$folder/booklet-$language.pdf" | awk '/^Pages/ { print $2 }') pages"
done
[ $found = yes ] || { echo "$1: no page is a booklet" >&2; exit 1; }
