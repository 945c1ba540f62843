#!/usr/bin/env bash
# Text::vCard 3.09 (Debian's libtext-vcard-perl): a link or a telephone with a semicolon in it is empty when a card is read, and
# a note's line's end is two signs.
#
# Expected: URL is of the type uri (RFC 2426, section 3.6.8; RFC 6350, section 6.7.8), and a semicolon may stand in one (RFC 3986,
# section 3.3, sub-delims); only values with pieces, such as N, ORG and ADR, are parted at semicolons. So is a telephone with
# an extension, "tel:+371-67000001;ext=5" (RFC 6350, section 6.4.1, has one like it as its example). "\n" in a text is a line's
# end (RFC 2426, section 4, ESCAPED-CHAR), and a comma
# parts categories (section 3.6.1).
#
# Seen: both are nothing, and "URL:" is all that is written; Perl warns of "2 elements expecting 1 or less". A note has a
# backslash and an "n" where its line ends. Categories are one by reading and writing, since the comma gets a backslash.
#
# Who would notice: who keeps a prison's card in a program that stands on it: no link to the page, and nobody to call at the
# extension. Links of tilts' cards have no semicolons, and no categories (src/feed/vcard.c).
. "${0%/*}/lib.sh"
debian libtext-vcard-perl=3.09-2 libtext-vfile-asdata-perl=0.08-2 libclass-accessor-perl=0.51-2 libclass-accessor-chained-perl=0.01.1~debian-5 \
	libclass-method-modifiers-perl=2.14-1 libdevel-callchecker-perl=0.008-2 libdynaloader-functions-perl=0.003-3 \
	libclass-xsaccessor-perl=1.19-4+b1 libimport-into-perl=1.002005-2 libmime-charset-perl=1.013.1-2 libmodule-runtime-perl=0.016-2 \
	libmoo-perl=2.005005-1 libparams-classify-perl=0.015-2+b1 libpath-tiny-perl=0.144-1 librole-tiny-perl=2.002004-1 libsombok3=2.4.0-2+b1 \
	libsub-name-perl=0.26-2+b1 libsub-quote-perl=2.006008-1 libunicode-linebreak-perl=0.0.20190101-1+b5 liburi-perl=5.17-1
PERL5LIB=$there/usr/share/perl5:$(echo "$there"/usr/lib/*-linux-gnu*/perl5/*)
export PERL5LIB

# written VERSION LINE: what is written of a card with this line after it was read
written() {
	printf '%s\r\n' BEGIN:VCARD "VERSION:$1" N:Visits FN:Visits "$2" END:VCARD >card.vcf
	perl -MText::vCard::Addressbook -e '
		binmode STDOUT, ":utf8";
		my ($card) = Text::vCard::Addressbook->new({source_file => "card.vcf"})->vcards;
		print $card->as_string' 2>/dev/null | tr -d '\r' | grep -E '^(URL|TEL|NOTE|CATEGORIES)'
}

note() {
	printf '%s\r\n' BEGIN:VCARD VERSION:3.0 N:Visits FN:Visits 'NOTE:Call first\nThen come' END:VCARD >card.vcf
	perl -MText::vCard::Addressbook -e '
		print((Text::vCard::Addressbook->new({source_file => "card.vcf"})->vcards)[0]->note)'
}

seen 'a link' 'URL:https://portal.example/a' written 3.0 URL:https://portal.example/a
seen 'a link with a semicolon' 'URL:' written 3.0 'URL:https://portal.example/a;lang=lv'
seen 'a telephone with an extension' 'TEL;VALUE=uri:' written 4.0 'TEL;VALUE=uri:tel:+371-67000001;ext=5'
seen 'a note of two lines' 'Call first\nThen come' note
seen 'categories' 'CATEGORIES:prison\,visits' written 3.0 'CATEGORIES:prison,visits'
finish
