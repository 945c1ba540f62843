#!/bin/sh
# Pictures go out without what a camera wrote beside them; which side is up stays.
. "${0%/*}/lib.sh"

tilts=$root/build/tilts
[ -x "$tilts" ] || skip_all "make build/tilts first"
command -v perl >/dev/null || skip_all "no perl here"

cp -r "$root"/tests/sites/common/* .
mkdir -p content/media
cat >content/lv/index.md <<-'END'
	---
	title: Sākums
	description: Sākums.
	---
	![Telefona bilde](../media/a.jpg) ![Zīmējums ar ceļu](../media/b.png) ![Skats](../media/c.webp)
END

# A JPEG of 2 x 1 pixels on its side, a PNG and a WebP, each with a place and a comment.
perl -e '
	sub put { open my $f, ">:raw", $_[0] or die; print $f $_[1] }
	sub segment { "\xff" . chr($_[0]) . pack("n", 2 + length $_[1]) . $_[1] }
	my $tiff = "II*\0" . pack("V", 8) . pack("v", 2) . pack("vvVvv", 0x0112, 3, 1, 6, 0) .
		pack("vvVV", 0x8825, 4, 1, 38) . pack("V", 0) . "GPS 56.9496 N";
	my $frame = segment(0xc0, pack("CnnC", 8, 1, 2, 1) . "\x01\x11\0");
	my $picture = segment(0xdb, "\0" . "\x01" x 64) . $frame . segment(0xda, "\x01\x01\0\0\x3f\0") .
		"data\xff\0more\xff\xd0end";
	my $secret = segment(0xe1, "Exif\0\0$tiff") . segment(0xe1, "http://ns.adobe.com/xap/1.0/\0GPS xmp") .
		segment(0xed, "GPS iptc") . segment(0xe0, "JFXX\0\x10GPS thumbnail") . segment(0xfe, "GPS comment");
	my $jfif = segment(0xe0, "JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
	my $icc = segment(0xe2, "ICC_PROFILE\0\x01\x01colours");
	put("content/media/a.jpg", "\xff\xd8$jfif\xff$secret$icc$picture\xff\xd9GPS film behind it");
	put("kept.jpg", "\xff\xd8$jfif" . segment(0xe1, "Exif\0\0MM\0*" . pack("Nn", 8, 1) .
		pack("nnNnnN", 0x0112, 3, 1, 6, 0, 0)) . "$icc$picture\xff\xd9");
	sub chunk { pack("N", length $_[1]) . $_[0] . $_[1] . "crc!" }
	my ($head, $data, $end) = (chunk("IHDR", pack("NNC5", 1, 1, 8, 2, 0, 0, 0)), chunk("IDAT", "d"), chunk("IEND", ""));
	put("content/media/b.png", "\x89PNG\r\n\x1a\n$head" . chunk("tEXt", "GPS text") . chunk("caBX", "GPS author") . chunk("prVW", "GPS preview") . chunk("eXIf", $tiff) . "$data${end}GPS behind");
	put("kept.png", "\x89PNG\r\n\x1a\n$head$data$end");
	sub riff { "RIFF" . pack("V", 4 + length $_[0]) . "WEBP" . $_[0] }
	sub part { $_[0] . pack("V", length $_[1]) . $_[1] . (length($_[1]) % 2 ? "\0" : "") }
	my $size = "\0\0\0" . "\x01\0\0" . "\0\0\0";
	put("content/media/c.webp", riff(part("VP8X", "\x0c$size") . part("VP8 ", "picture") . part("EXIF", $tiff) . part("XMP ", "GPS xmp") . part("NEWS", "GPS of tomorrow")));
	put("kept.webp", riff(part("VP8X", "\0$size") . part("VP8 ", "picture")));
' || exit 1

is "built" "$("$tilts" build 2>&1 | sed 's/,.*//')" "public: 2 pages"
is "no place goes out" "$(grep -l GPS public/media/* | tr '\n' ' ')" ""
for kind in a.jpg b.png c.webp; do
	is "$kind: all else does" "$(cmp "public/media/$kind" "kept.${kind#*.}" 2>&1)" ""
done
like "it is as high as it is wide when it stands" "$(cat public/index.html)" 'media/a.jpg" alt="Telefona bilde" width="1" height="2"'
is "the original is as it was" "$(grep -q "GPS film" content/media/a.jpg && echo yes)" yes
"$tilts" build >/dev/null 2>&1
is "nor when nothing has changed" "$(grep -l GPS public/media/* | tr '\n' ' ')" ""

head -c 100 content/media/a.jpg >content/media/cut.jpg
"$tilts" build >out 2>&1
is "a broken one is refused" "$?" 1
is "and check says so before" "$("$tilts" check 2>&1 | grep -c "cut.jpg:1:1: error: what a camera wrote.*media-broken]")" 1
like "and it is said why" "$(cat out)" "content/media/cut.jpg:1:1: error: what a camera wrote can't be taken out of this picture"
like "by the id media-broken" "$(cat out)" "media-broken]"
printf '\377\330\377\341\000\041http://ns.adobe.com/xap/1.0/\000GP\377\333\377\377' >content/media/cut.jpg
"$tilts" build >out 2>&1
rm content/media/cut.jpg
printf '\000\000\000\034ftypavif\000\000\000\000avifmif1miafExif GPS' >content/media/cut.avif
"$tilts" build >>out 2>&1
like "and an AVIF that tells something" "$(cat out)" "cut.avif:1:1: error: what a camera wrote"
like "one that holds XMP alone is refused too" "$(cat out)" "cut.jpg:1:1: error: what a camera wrote can't be taken out of this picture"

# Pictures that are wide or heavy: several sizes, upright, none of the original, kept between builds.
picture=$root/build/tests/picture
if [ -x "$picture" ]; then
	rm content/media/*
	"$picture" jpeg 2000 1500 >plain.jpg
	perl -e '
		local $/; my $jpeg = <STDIN>;
		my $tiff = "MM\0*" . pack("Nn", 8, 1) . pack("nnNnnN", 0x0112, 3, 1, 6, 0, 0) . "GPS 56.9496 N";
		print substr($jpeg, 0, 2) . "\xff\xe1" . pack("n", 8 + length $tiff) . "Exif\0\0$tiff" . substr($jpeg, 2)
	' <plain.jpg >content/media/foto.jpg
	"$picture" png 700 500 >"content/media/mans ekrāns.png"
	"$picture" jpeg 300 200 >content/media/ikona.jpg
	cat >content/lv/index.md <<-'END'
		---
		title: Sākums
		description: Sākums.
		---
		![Telefona bilde](../media/foto.jpg) ![Ekrāns](<../media/mans ekrāns.png>) ![Zīme](../media/ikona.jpg)
	END
	"$tilts" build --jobs 1 >out 2>&1
	is "large pictures build" "$?" 0
	like "in widths and as WebP, for browsers to choose" "$(cat public/index.html)" \
		'<picture><source type="image/webp" srcset="/assets/media/foto-480.*.webp 480w, /assets/media/foto-960.*.webp 960w, /assets/media/foto-1440.*.webp 1440w" sizes="*"><img src="/media/foto.jpg" alt="Telefona bilde" width="1440" height="1920"'
	like "a name with a space and letters is an address" "$(cat public/index.html)" \
		'/assets/media/mans%20ekr%C4%81ns-480.*.webp 480w, *-700.*.webp 700w"*><img src="/media/mans%20ekr%C4%81ns.png" alt="Ekrāns" width="700" height="500"'
	like "a small one has one size" "$(cat public/index.html)" '</picture> <img src="/media/ikona.jpg" alt="Zīme" width="300"'
	is "no place in any of them" "$(grep -rl GPS public | tr '\n' ' ')" ""
	ok "the original is not among them" [ "$(wc -c <public/media/foto.jpg)" -lt "$(($(wc -c <content/media/foto.jpg) / 2))" ]
	ok "a telephone's is light" [ "$(cat public/assets/media/foto-960.*.webp | wc -c)" -lt 100000 ]
	is "each is what its name says" "$(for f in public/assets/media/*.webp; do head -c 12 "$f" | tail -c 4; echo; done | sort -u)" WEBP
	mv public one
	rm -r .public.tilts
	run "$tilts" build --jobs 8
	is "many threads build them too" "$status $(echo "$err" | grep error)" "0 "
	is "as one thread, the same bytes" "$(diff -r one public 2>&1)" ""
	ls -i public/assets/media/* public/media/* >before
	echo "Un vēl." >>content/lv/index.md
	if can_trace; then
		is "a build after an edit reads none again" "$(opened media/foto.jpg build)" 0
	else
		"$tilts" build >/dev/null 2>&1
		skip "a build after an edit reads none again" "no strace"
	fi
	like "what was written is out" "$(cat public/index.html)" "Un vēl."
	is "and all files are the same" "$(ls -i public/assets/media/* public/media/*)" "$(cat before)"
	git init -q . && git add -A content && git -c user.name=A -c user.email=a@b.lv commit -qm "Attēli"
	"$tilts" build --source . --ref HEAD --subdir content --output committed >/dev/null 2>&1
	is "a commit gives the files of a folder" "$(diff -rq public/assets committed/assets 2>&1; diff -rq public/media committed/media 2>&1)" ""

	# What can't be read is refused, with its name; check says so too.
	"$picture" cmyk 600 400 >content/media/prese.jpg
	head -c 40000 plain.jpg >content/media/puse.jpg
	printf '\377\331' >>content/media/puse.jpg
	perl -MCompress::Zlib -e '
		sub chunk { pack("N", length $_[1]) . $_[0] . $_[1] . pack("N", crc32($_[0] . $_[1])) }
		open my $f, ">:raw", "content/media/bumba.png" or die;
		print $f "\x89PNG\r\n\x1a\n" . chunk("IHDR", pack("NNC5", 60000, 60000, 1, 0, 0, 0, 0)) . chunk("IDAT", compress("\0" x 1000)) . chunk("IEND", "");
	'
	"$tilts" check >out 2>&1
	is "check refuses them" "$?" 1
	like "colours for paper" "$(cat out)" "content/media/prese.jpg:1:1: error: the colours of this picture are for paper (CMYK) [[]media-broken]"
	like "half a picture" "$(cat out)" "content/media/puse.jpg:1:1: error: this picture can't be read to its end*media-broken"
	like "one that unfolds to too much" "$(cat out)" "content/media/bumba.png:1:1: error: this picture has 60000 x 60000 dots; tilts reads at most 67 million [[]media-large]"
	"$tilts" build >again 2>&1
	is "and so does build" "$(grep error again)" "$(grep error out)"
	rm content/media/prese.jpg content/media/puse.jpg content/media/bumba.png

	# 256 colours of a palette take a byte a dot: the same in true colours would be three times as heavy.
	perl -MCompress::Zlib -e '
		sub chunk { pack("N", length $_[1]) . $_[0] . $_[1] . pack("N", crc32($_[0] . $_[1])) }
		my ($seed, $rows) = (1, "");
		for (1 .. 400) {
			$rows .= "\0" . join "", map { $seed = ($seed * 1103515245 + 12345) & 0x7fffffff; chr($seed >> 16 & 255) } 1 .. 1000;
		}
		my $palette = join "", map { chr($_) . chr(255 - $_) . chr($_ * 7 & 255) } 0 .. 255;
		open my $f, ">:raw", "content/media/karte.png" or die;
		print $f "\x89PNG\r\n\x1a\n" . chunk("IHDR", pack("NNC5", 1000, 400, 8, 3, 0, 0, 0)) .
			chunk("PLTE", $palette) . chunk("tEXt", "GPS text") . chunk("IDAT", compress($rows)) . chunk("IEND", "");
	'
	"$tilts" build --output grown >/dev/null 2>&1
	ok "a picture never grows" [ "$(wc -c <grown/media/karte.png)" -lt "$(wc -c <content/media/karte.png)" ]
	is "and is without its words" "$(grep -c GPS grown/media/karte.png)" 0
	rm content/media/karte.png

	# The budget is that of a telephone.
	sed 's/^{/{ "budgets": { "pictures": 5000 },/' content/site.json >site.json && cp site.json content/site.json
	"$tilts" check >out 2>&1
	like "budgets count pictures" "$(cat out)" "content/lv/index.md:1:1: error: / has pictures of [0-9]* bytes for a telephone; 5000 are allowed [[]budget-pictures]"
	sed -i 's/5000/5000000/' content/site.json
	is "and are kept" "$("$tilts" check >out 2>&1; echo $?)" 0
	"$tilts" build >/dev/null 2>&1
	echo "Trešo reizi." >>content/lv/index.md
	rm content/media/ikona.jpg && sed -i 's/ !.Zīme.*//' content/lv/index.md
	"$tilts" build >/dev/null 2>&1
	rm -rf cold && "$tilts" build --output cold >/dev/null 2>&1
	is "a picture that is gone leaves nothing behind" "$(diff -r public cold 2>&1)" ""
else
	skip "pictures in several sizes" "make build/tests/picture first"
fi

finish
