#!/bin/sh
# Words of records and pages that would break out of where they are written: of
# HTML, of the data in a page, of SVG, Atom, calendars, cards, tables.
. "${0%/*}/lib.sh"

tilts=${TILTS:-$root/build/tilts}
[ -x "$tilts" ] || skip_all "make first"
command -v xmllint >/dev/null || skip_all "no xmllint"
command -v python3 >/dev/null || skip_all "no python3"

cp -R -H "$root/content" "$root/templates" .
cat >spoil.pl <<'END'
use strict;
use warnings;
use JSON::PP;

my $words = qq{"><script>alert(1)</script><b onx='1' a="' </title></style>--> ]]> {{page.title}} \\}
	. qq{\r\nATTENDEE:mailto:x\@example.org\nEND:VEVENT; , : \\n &amp;};
my $count = 0;

# A text in languages is an object with their codes.
sub spoil {
	my ($value) = @_;
	if (ref $value eq 'HASH') {
		my $is_text = %$value && !grep { !/^(lv|ru|en|lv-simple)$/ || ref $value->{$_} } keys %$value;
		for my $key (keys %$value) {
			$value->{$key} = $is_text ? $value->{$key} . $words : spoil($value->{$key});
			$count += $is_text;
		}
	} elsif (ref $value eq 'ARRAY') {
		$_ = spoil($_) for @$value;
	}
	return $value;
}

sub edit {
	my ($path, $change) = @_;
	open my $in, '<:raw', $path or die "$path: $!";
	my $text = do { local $/; <$in> };
	open my $out, '>:raw', $path or die "$path: $!";
	print $out $change->($text);
	close $out or die "$path: $!";
}

edit($_, sub { encode_json(spoil(decode_json($_[0]))) }) for grep { !/schema/ } glob 'content/data/*/*.json';
my $yaml = encode_json([$words]) =~ s/^\["|"\]$//gr;
edit($_, sub { $_[0] =~ s/^(title|description): *"?(.*?)"?$/$1: "$2$yaml"/mgr }) for glob 'content/*/*.md content/*/*/*.md';
print "$count\n";
END
spoilt=$(perl spoil.pl)
ok "texts to spoil" test "$spoilt" -gt 1000
sed -i '/"budgets"/,/}/{/"html"/s/[0-9]\{4,\}/999999/;/"visit"/s/[0-9]\{4,\}/999999/}' content/site.json

run "$tilts" build --now 2026-11-22 --output site
unlike "no page runs or loads anything" "$err" privacy-
is "status" "$status" 0
[ "$status" -eq 0 ] || note "$(printf '%s' "$err" | grep -v warning | head -20)"

ok "the words are shown, in pages" grep -rqF '&lt;script&gt;alert(1)' site --include='*.html'
ok "and in calendars" grep -rqF '<script>alert(1)' site --include='*.ics'
is "no script stands in a page" "$(grep -rlF '<script>alert' site --include='*.html')" ""
is "no line of its own in calendars and cards" \
	"$(grep -rlE '^(ATTENDEE|END:VEVENT;)' site --include='*.ics' --include='*.vcf')" ""
is "no bare line end in calendars and cards" \
	"$(find site -name '*.ics' -o -name '*.vcf' | xargs perl -0777 -ne 'print "$ARGV\n" if /(?<!\r)\n/')" ""
find site -name '*.xml' -o -name '*.svg' >markup
ok "there is XML" test "$(wc -l <markup)" -gt 4
is "XML is well-formed" "$(xargs xmllint --noout <markup 2>&1)" ""
cat >whole.py <<'END'
import json, re, sys

def refuse(name):
    raise ValueError(name)

count = 0
for path in sys.stdin.read().split():
    text = open(path, encoding="utf-8", newline="").read()
    parts = [text] if path.endswith("json") else re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    count += len(parts)
    for part in parts:
        try:
            json.loads(part, parse_constant=refuse)
        except ValueError as error:
            print(f"{path}: {error}")
print("many" if count > 1000 else count)
END
is "JSON, in files and in pages, is whole" \
	"$(find site -name '*.json' -o -name '*.html' | python3 whole.py)" many

finish
