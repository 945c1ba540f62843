#!/usr/bin/env perl
# Builds each whole site of tests/sites/*.txt and compares what came of it.
# tests/README.md tells the form of those files. With UPDATE=1 in the environment
# the expected words become those that came; read the difference before committing.
use strict;
use warnings;
use File::Basename qw(dirname);
use File::Find;
use File::Path qw(make_path);
use File::Temp qw(tempdir);
use Cwd qw(abs_path);
use Test::More;

my $here = abs_path(dirname($0));
# Messages in English, whoever runs the tests.
$ENV{LC_ALL} = 'C.UTF-8';
my $tilts = abs_path($ENV{TILTS} // "$here/../../build/tilts");

sub slurp {
	my ($path) = @_;
	open my $in, '<:raw', $path or return undef;
	local $/;
	return scalar(<$in>) // '';
}

sub spit {
	my ($path, $bytes) = @_;
	make_path(dirname($path));
	open my $out, '>:raw', $path or die "$path: $!";
	print $out $bytes;
	close $out or die "$path: $!";
}

# A file into what stands before the first section, and a list of steps, each a
# name and a list of [name, text].
sub parse {
	my ($text) = @_;
	my $head = '';
	my @steps = ({ name => '', sections => [] });
	for my $line (split /^/, $text) {
		my $sections = $steps[-1]{sections};
		if ($line =~ /^-- next: (.*) --$/) {
			push @steps, { name => $1, sections => [] };
		} elsif ($line =~ /^-- (.+) --$/) {
			push @$sections, [$1, ''];
		} elsif (@$sections) {
			$sections->[-1][1] .= $line;
		} elsif (@steps == 1) {
			$head .= $line;
		}
	}
	return ($head, @steps);
}

# And back.
sub unparse {
	my ($head, @steps) = @_;
	my $text = $head;
	for my $step (@steps) {
		$text .= "-- next: $step->{name} --\n" if $step->{name} ne '';
		$text .= "-- $_->[0] --\n$_->[1]" for @{$step->{sections}};
	}
	return $text;
}

# \xNN in a text is that byte: for what no editor would keep.
sub bytes {
	my ($text) = @_;
	$text =~ s/\\x([0-9a-f]{2})/chr hex $1/ge;
	return $text;
}

sub run_tilts {
	my ($dir, $arguments) = @_;
	my $pid = fork // die "fork: $!";
	if (!$pid) {
		chdir $dir;
		open STDOUT, '>', "$dir/.stdout";
		open STDERR, '>', "$dir/.stderr";
		exec $tilts, split ' ', $arguments;
		die "$tilts: $!";
	}
	waitpid $pid, 0;
	return $? & 127 ? "signal " . ($? & 127) : $? >> 8;
}

# The lines that are diagnostics or notes, without quotes of the text.
sub diagnostics {
	my ($text) = @_;
	return join '', grep { /(error|warning|note): / } map { "$_\n" } split /\n/, $text;
}

# The same without what only a build over an older site can say.
sub diagnostics_of_content {
	my ($text) = @_;
	return diagnostics($text) =~ s/^warning: .*\[address-gone\]\n(  note: .*\n)?//gmr;
}

# The names below a folder, one a line, without hidden ones.
sub files_below {
	my ($root, $wanted) = @_;
	my @have;
	find({ no_chdir => 1, wanted => sub { push @have, substr $_, length($root) + 1 if -f } }, $root);
	return join '', map { "$_\n" } sort grep { !m{(^|/)\.} && /$wanted/ } @have;
}

my %apply = (
	file => sub { my ($dir, $name, $text) = @_; spit("$dir/$name", bytes($text)) },
	remove => sub { my ($dir, $name) = @_; unlink "$dir/$name" or die "$name: $!" },
	link => sub {
		my ($dir, $name, $text) = @_;
		chomp $text;
		make_path(dirname("$dir/$name"));
		symlink $text, "$dir/$name" or die "$name: $!";
	},
	repeat => sub {
		my ($dir, $name, $text) = @_;
		my ($count, $what) = $text =~ /^(\d+) (.*?)\n?\z/s;
		$what =~ s/\\n/\n/g;
		spit("$dir/$name", $what x $count);
	},
);

# What a section `expect NAME PATH` must say word for word.
my %whole = (
	status => sub { "$_[0]{status}\n" },
	diagnostics => sub { diagnostics($_[0]{stderr}) },
	stderr => sub { $_[0]{stderr} },
	stdout => sub { $_[0]{stdout} },
	files => sub { files_below("$_[0]{dir}/$_[1]", qr/./) },
	pages => sub { files_below("$_[0]{dir}/$_[1]", qr/\.html$/) },
	file => sub { slurp("$_[0]{dir}/$_[1]") // 'no such file' },
);

# The lines that differ, in the form of diff -u.
sub differences {
	my ($have, $wanted) = @_;
	my $folder = tempdir(CLEANUP => 1);
	spit("$folder/expected", $wanted);
	spit("$folder/got", $have);
	return scalar `cd $folder && diff -u --label expected --label got expected got`;
}

# What it says a line at a time.
my %part = (
	has => sub {
		my ($run, $line, $path) = @_;
		return index(slurp("$run->{dir}/$path") // '', $line) >= 0;
	},
	lacks => sub {
		my ($run, $line, $path) = @_;
		return index(slurp("$run->{dir}/$path") // $line, $line) < 0;
	},
	absent => sub { !-e "$_[0]{dir}/$_[1]" },
);

sub expectation {
	my ($run, $section) = @_;
	my ($what) = $section->[0] =~ /^expect (.*)/;
	my ($kind, $path) = split ' ', bytes($what), 2;
	if ($part{$kind}) {
		ok length $section->[1], "$what: something";
		ok $part{$kind}->($run, $_, $path), "$what: $_" for split /\n/, $section->[1];
		return;
	}
	($kind, $path) = ('file', $what) if !$whole{$kind};
	my $have = $whole{$kind}->($run, $path);
	$have .= "\n" if $have ne '' && $have !~ /\n\z/;
	$section->[1] = $have if $ENV{UPDATE};
	my $wanted = bytes($section->[1]);
	ok $have eq $wanted, $what or diag differences($have, $wanted);
}

# One thread or sixteen, build or check: the same words in the same order.
sub is_same_with_any_threads {
	my ($run, $arguments) = @_;
	$arguments =~ s/^build/check/;
	$arguments =~ s/ --(output \S+|force)//g;
	for my $jobs (1, 16) {
		run_tilts($run->{dir}, "$arguments --jobs $jobs");
		is diagnostics(slurp("$run->{dir}/.stderr")), diagnostics_of_content($run->{stderr}),
			"check --jobs $jobs says the same";
	}
}

sub run_step {
	my ($dir, $sections) = @_;
	my $arguments = 'build --now 2026-11-22 --jobs 2';
	my @expectations;
	for my $section (@$sections) {
		my ($name, $text) = (bytes($section->[0]), $section->[1]);
		if ($name eq 'command') { chomp($arguments = $text) }
		elsif ($name =~ /^expect /) { push @expectations, $section }
		elsif ($name =~ /^(remove|link|repeat) (.*)/) { $apply{$1}->($dir, $2, $text) }
		else { $apply{file}->($dir, $name, $text) }
	}
	my $run = { dir => $dir, status => run_tilts($dir, $arguments) };
	$run->{stdout} = slurp("$dir/.stdout");
	$run->{stderr} = slurp("$dir/.stderr");
	expectation($run, $_) for @expectations;
	is_same_with_any_threads($run, $arguments) if $arguments =~ /^build/;
	diag $run->{stderr} if !Test::More->builder->is_passing;
	return scalar @expectations;
}

sub run_site {
	my ($file) = @_;
	my $dir = tempdir(CLEANUP => 1);
	my $checked = 0;
	find({ no_chdir => 1, wanted => sub {
		spit("$dir/" . substr($_, length("$here/common") + 1), slurp($_)) if -f;
	} }, "$here/common");
	my ($head, @steps) = parse(slurp($file));
	$checked += run_step($dir, $_->{sections}) for @steps;
	ok $checked, 'something is expected';
	spit($file, unparse($head, @steps)) if $ENV{UPDATE};
}

for my $file (sort glob "$here/*.txt") {
	my ($name) = $file =~ m{([^/]+)\.txt$};
	next if @ARGV && !grep { $_ eq $name } @ARGV;
	subtest $name => sub { run_site($file) };
}
done_testing;
