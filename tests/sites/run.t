#!/usr/bin/env perl
# Builds each whole site of tests/sites/*.txt and compares what came of it.
# tests/README.md tells the form of those files.
use strict;
use warnings;
use File::Basename qw(dirname);
use File::Find;
use File::Path qw(make_path);
use File::Temp qw(tempdir);
use Cwd qw(abs_path);
use Test::More;

my $here = abs_path(dirname($0));
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

# A file into a list of steps, each a list of [name, text].
sub parse {
	my ($text) = @_;
	my @steps = ([]);
	my $section;
	for my $line (split /^/, $text) {
		if ($line =~ /^-- next: (.*) --$/) {
			push @steps, [];
			undef $section;
		} elsif ($line =~ /^-- (.+) --$/) {
			$section = [$1, ''];
			push @{$steps[-1]}, $section;
		} elsif ($section) {
			$section->[1] .= $line;
		}
	}
	return @steps;
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

my %expect = (
	status => sub { my ($run, $name, $text) = @_; is $run->{status}, $text =~ s/\s//gr, $name },
	diagnostics => sub {
		my ($run, $name, $text) = @_;
		is diagnostics($run->{stderr}), bytes($text), $name;
	},
	stderr => sub { my ($run, $name, $text) = @_; is $run->{stderr}, $text, $name },
	stdout => sub { my ($run, $name, $text) = @_; is $run->{stdout}, $text, $name },
	has => sub {
		my ($run, $name, $text, $path) = @_;
		my $have = slurp("$run->{dir}/$path") // '';
		ok index($have, $_) >= 0, "$name: $_" or diag $have for split /\n/, $text;
	},
	lacks => sub {
		my ($run, $name, $text, $path) = @_;
		my $have = slurp("$run->{dir}/$path") // '';
		isnt $have, '', "$name: the file is there";
		ok index($have, $_) < 0, "$name: $_" for split /\n/, $text;
	},
	absent => sub {
		my ($run, $name, $text) = @_;
		ok !-e "$run->{dir}/$_", "$name: $_" for split /\n/, $text;
	},
	files => sub {
		my ($run, $name, $text, $path) = @_;
		is files_below("$run->{dir}/$path", qr/./), $text, $name;
	},
	pages => sub {
		my ($run, $name, $text, $path) = @_;
		is files_below("$run->{dir}/$path", qr/\.html$/), $text, $name;
	},
	file => sub {
		my ($run, $name, $text, $path) = @_;
		is slurp("$run->{dir}/$path"), $text, $name;
	},
);

sub expectation {
	my ($run, $what, $text) = @_;
	my ($kind, $path) = split ' ', $what, 2;
	($kind, $path) = ('file', $what) if !$expect{$kind};
	$expect{$kind}->($run, $what, $text, $path);
}

# One thread or sixteen, build or check: the same words in the same order.
sub is_same_with_any_threads {
	my ($run, $arguments) = @_;
	$arguments =~ s/^build/check/;
	$arguments =~ s/ --(output \S+|force)//g;
	for my $jobs (1, 16) {
		run_tilts($run->{dir}, "$arguments --jobs $jobs");
		is diagnostics(slurp("$run->{dir}/.stderr")), diagnostics($run->{stderr}),
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
		elsif ($name =~ /^expect (.*)/) { push @expectations, [$1, $text] }
		elsif ($name =~ /^(remove|link|repeat) (.*)/) { $apply{$1}->($dir, $2, $text) }
		else { $apply{file}->($dir, $name, $text) }
	}
	my $run = { dir => $dir, status => run_tilts($dir, $arguments) };
	$run->{stdout} = slurp("$dir/.stdout");
	$run->{stderr} = slurp("$dir/.stderr");
	expectation($run, @$_) for @expectations;
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
	$checked += run_step($dir, $_) for parse(slurp($file));
	ok $checked, 'something is expected';
}

for my $file (sort glob "$here/*.txt") {
	my ($name) = $file =~ m{([^/]+)\.txt$};
	next if @ARGV && !grep { $_ eq $name } @ARGV;
	subtest $name => sub { run_site($file) };
}
done_testing;
