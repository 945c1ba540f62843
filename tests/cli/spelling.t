#!/usr/bin/perl
# Every word of the portal against hunspell's dictionaries and our own lists in
# tests/spelling: names, abbreviations, words too young for a dictionary. A word is a
# Cyrillic or a Latin one; a Latin word in a Russian text may be Latvian or English, and
# a name in a Latvian or English text may be of the other language. Words that families type, but that are not to
# be printed, stand in the list of keywords alone.
#
#	tests/cli/spelling.t --words	prints the unknown ones alone
use v5.20;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use Encode qw(decode encode);
use File::Find;
use File::Temp;
use JSON::PP;
use Test::More;

my $root = $0 =~ s{[^/]*$}{../..}r;
chdir $root or die "$root: $!";

my %dictionary = (lv => 'lv_LV', ru => 'ru_RU', en => 'en_GB');
my %spelled_as = (lv => 'lv', ru => 'ru', en => 'en', 'lv-simple' => 'lv');

# --- what is text, and in which language ------------------------------------------

my @found;	# [path, line, language, word, whether it is a keyword]

sub read_text {
	my ($path) = @_;
	open my $file, '<', $path or die "$path: $!";
	local $/;
	return <$file>;
}

sub take {
	my ($path, $line, $language, $text, $keyword) = @_;
	$text =~ s/\{[\w.]+:[\w\/-]+\}/ /g;	# a value of a record
	$text =~ s{\b[\w.+-]+@[\w.-]+\w}{ }g;
	$text =~ s{\bhttps?://\S+|\b[a-z0-9-]+(\.[a-z0-9-]+)*\.(lv|org|com|eu|net|uk|int)\b(/\S*)?}{ }gi;
	$text =~ s/[\x{2019}\x{2bc}]/'/g;
	$text =~ s/\x{301}|\x{ad}//g;
	while ($text =~ /((?:\p{L}|\p{N})(?:\p{L}|\p{N}|\p{M}|'(?=\p{L}))*)/g) {
		my $word = $1;
		next if $word =~ /\p{N}/ || length $word < 2;
		push @found, [$path, $line, $language, $word, $keyword];
	}
}

# Addresses, code and the names of alerts are no words.
sub take_markdown {
	my ($path, $number, $language, $line) = @_;
	$line =~ s/\]\([^)]*\)/] /g;
	$line =~ s/`[^`]*`|<[^ >]*>|^\s*> \[![A-Z]+\]/ /g;
	take($path, $number, $language, $line);
}

# The words of [слово](lang:ru) are Russian. Gives the text without them, line for line.
sub take_spoken {
	my ($path, $text) = @_;
	$text =~ s{\[([^\]]*)\]\(lang:(\w+)\)}{
		my ($words, $language) = ($1, $2);
		take($path, 1 + (substr($text, 0, $-[0]) =~ tr/\n//), $language, $words);
		' ' . $words =~ tr/\n//cdr;
	}ge;
	return $text;
}

my $TEXTS = qr/^(?:title|description|keywords|checked_how)$/;
my $IDS = qr/^(?:article|to|kind|lang|limit|need|record|records|location|dataset|date|region|audience)$/;

# Front matter: a few keys are text. Keywords and the titles of sources are in any language.
sub take_front_matter {
	my ($path, $number, $language, $line) = @_;
	my ($key, $value) = $line =~ /^(\w+): *(.*)/;
	take($path, $number, $key eq 'keywords' ? 'any' : $language, $value, $key eq 'keywords')
		if $key && $key =~ $TEXTS;
	take($path, $number, 'any', $1) if $line =~ /^\s+- (?:\{ *)?title: *("[^"]*"|[^,}]*)/;
}

# An embed: most keys are.
sub take_embed {
	my ($path, $number, $language, $line) = @_;
	my ($key) = $line =~ /^\s*(?:- )?([a-z_]+):/;
	return if $key && $key =~ $IDS;
	$line =~ s/^\s*(?:- )?[a-z_]+:(\s|$)/ /;
	$line =~ s/^\s*(?:- )?[a-z0-9\/-]+$//;
	take_markdown($path, $number, $language, $line);
}

sub take_page {
	my ($path, $language) = @_;
	my ($fence, $number, $spoken) = ('', 0, $language);
	for my $line (split /\n/, take_spoken($path, read_text($path))) {
		$number++;
		if ($line =~ /^---$/ && ($number == 1 || $fence eq '---')) {
			$fence = $number == 1 ? '---' : '';
		} elsif ($line =~ /^```(.?)/) {
			$fence = $fence ? '' : $1 eq '@' ? '@' : 'code';
			$spoken = $language;
		} elsif ($fence eq '---') {
			take_front_matter($path, $number, $language, $line);
		} elsif ($fence eq '@') {
			$spoken = $1 if $line =~ /^lang: (\w+)/;
			take_embed($path, $number, $spoken, $line);
		} elsif (!$fence) {
			take_markdown($path, $number, $language, $line);
		}
	}
}

# A record: what stands below a language, and texts that are the same in all.
sub take_record {
	my ($path, $is_text, $spoken) = @_;
	my $is_said = $path =~ m{/data/words/(?!schema)};	# slang, and what it means
	my ($key, $number) = ('', 0);
	for my $line (split /\n/, read_text($path)) {
		$number++;
		while ($line =~ /("(?:[^"\\]|\\.)*")(\s*:)?/g) {
			my ($text, $is_key) = (JSON::PP->new->allow_nonref->decode($1), $2);
			$key = $text if $is_key;
			my $language = $spelled_as{$key} || ($is_text->{$key} && $text !~ /^[a-z0-9_]+$/ && ($spoken || 'lv'));
			next if $is_key || !$language;
			$is_said ? take($path, $number, 'any', $text, 1) : take_markdown($path, $number, $language, $text);
		}
		$key = '' if $line =~ /[\]}]/;
	}
}

# The words of the templates. Letters to institutions are Latvian in all languages.
sub take_strings {
	my ($path, $language) = @_;
	my $number = 0;
	for my $line (split /\n/, read_text($path)) {
		$number++;
		my ($key, $text) = $line =~ /"(\w+)"\s*:\s*("(?:[^"\\]|\\.)*")/ or next;
		my $is_letter = $key =~ /^(record|service_text)$/ && length $text > 100;
		take($path, $number, $is_letter ? 'lv' : $language, JSON::PP->new->allow_nonref->decode($text));
	}
}

# The properties that a kind's schema calls text.
sub texts_of {
	my ($schema, $texts) = @_;
	for my $name (keys %{$schema->{properties} || {}}) {
		$texts->{$name} = 1 if $schema->{properties}{$name}{'x-text'};
	}
	ref eq 'HASH' and texts_of($_, $texts) for values %$schema;
	return $texts;
}

sub take_kind {
	my ($folder) = @_;
	my $texts = texts_of(decode_json(encode('UTF-8', read_text("$folder/schema.json"))), {});
	take_record($_, $texts) for grep { !/schema\.json$/ } glob "$folder/*.json";
	take_record("$folder/schema.json", {title => 1, description => 1}, 'any');
}

sub take_all {
	for my $language (sort keys %spelled_as) {
		find({no_chdir => 1, wanted => sub {
			take_page(decode('UTF-8', $_), $spelled_as{$language}) if /\.md$/;
		}}, "content/$language");
		take_strings("templates/strings/$language.json", $spelled_as{$language});
	}
	take_kind($_) for grep { -e "$_/schema.json" } glob 'content/data/*';
	take_record('content/site.json', {});
}

# --- which words are right ----------------------------------------------------------

my %list;	# by name of file: {word => 1}

sub read_list {
	my ($name) = @_;
	return $list{$name} //= {map { $_ => 1 } split /\n/, -e "tests/spelling/$name" ? read_text("tests/spelling/$name") : ''};
}

# Those of the words that the dictionary does not know.
sub unknown_to {
	my ($language, @words) = @_;
	my %wrong;
	my $file = File::Temp->new;
	binmode $file, ':encoding(UTF-8)';
	say $file $_ for @words;
	close $file;
	open my $in, '-|', qw(hunspell -i utf-8 -d), $dictionary{$language}, '-l', "$file"
		or die "hunspell: $!";
	while (my $word = <$in>) {
		chomp $word;
		$wrong{$word} = 1;
	}
	close $in or die 'hunspell does not work';
	return \%wrong;
}

my %wrong;	# by language

sub is_right {
	my ($language, $word, $keyword) = @_;
	return 1 if !$wrong{$language}{$word};
	for my $list (read_list("$language.txt"), $keyword ? read_list("keywords.txt") : ()) {
		return 1 if $list->{$word} || $list->{lc $word} || ($word eq uc $word && $list->{ucfirst lc $word});
	}
	return 0;
}

sub is_right_in {
	my ($language, $word, $keyword) = @_;
	return is_right('ru', $word, $keyword) if $word =~ /^\p{Cyrillic}+$/;
	return 0 if $word =~ /\p{Cyrillic}/;
	return is_right('lv', $word, $keyword) || is_right('en', $word) if $language =~ /^(ru|any)$/;
	return 1 if is_right($language, $word, $keyword);
	my $is_name = $word =~ ($language eq 'en' ? qr/^\p{Lu}|[^\x00-\x7f]/ : qr/^\p{Lu}/);
	return $is_name && is_right($language eq 'en' ? 'lv' : 'en', $word);
}

sub ask_dictionaries {
	my %word = map { $_->[3] => 1 } @_;
	my @words = sort keys %word;
	$wrong{$_} = unknown_to($_, @words) for keys %dictionary;
}

# --- the tests -------------------------------------------------------------------------

for my $language (sort keys %dictionary) {
	next if -e "/usr/share/hunspell/$dictionary{$language}.dic";
	plan skip_all => "no dictionary $dictionary{$language}";
}

take_all();
my @made_up = map { ['', 0, @$_] }
	['lv', 'cietumss'], ['ru', 'тюрьмма'], ['en', 'prisson'], ['en', "prison's"];
ask_dictionaries(@found, @made_up);
my @unknown = grep { !is_right_in(@$_[2 .. 4]) } @found;

if (@ARGV && $ARGV[0] eq '--words') {
	my %count;
	$count{"$_->[2]\t$_->[3]"}++ for @unknown;
	say "$count{$_}\t$_" for sort keys %count;
	exit;
}

is(scalar(grep { is_right_in(@$_[2 .. 3]) } @made_up), 1, 'a word with a mistake is found');
cmp_ok(scalar @found, '>', 50_000, 'there is text to read');

for my $language (sort keys %dictionary, 'any') {
	my @here = grep { $_->[2] eq $language } @unknown;
	ok(!@here, "every word is right: $language");
	diag("$_->[0]:$_->[1]: $_->[3]") for @here[0 .. ($#here < 99 ? $#here : 99)];
}

for my $path (glob 'tests/spelling/*.txt') {
	my @words = split /\n/, read_text($path);
	my %times;
	my @again = grep { $times{$_}++ } @words;
	is_deeply([@words, @again], [sort @words], "$path is sorted, each word once");
}

done_testing();
