#!/usr/bin/env perl
# A build of an edited site is killed at any moment, or one system call of it fails: what stands
# there is the whole site of before or the whole new one, and the next build equals a cold one, file
# by file and word for word. So do two builds at once, and builds over a yard that came from
# another machine, from another tilts, or in pieces. LONG=1: 1000 kills, and each call fails
# once, or of very many one in sixty.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(dirname);
use File::Path qw(make_path remove_tree);
use File::Temp qw(tempdir);
use Time::HiRes qw(time usleep);

my $root = abs_path(dirname($0) . '/../..');
my $tilts = $ENV{TILTS} // "$root/build/tilts";
my $long = $ENV{LONG};
my $corpus = "$root/build/tests/bench-corpus";
if (!-x $tilts || !-x $corpus) {
	print "1..0 # SKIP make and make build/tests/bench-corpus first\n";
	exit 0;
}
my $top = tempdir('tilts-kill-XXXXXX', DIR => -d '/dev/shm' ? '/dev/shm' : '/tmp', CLEANUP => 1);
$ENV{HOME} = $top;
$ENV{LC_ALL} = 'C.UTF-8';
delete @ENV{qw(LC_MESSAGES LANG SOURCE_DATE_EPOCH)};
chdir $top or die;

my ($n, $failed, $why) = (0, 0, '');
sub ok {
	my ($good, $what, $why) = @_;
	printf "%s %d - %s\n", $good ? 'ok' : 'not ok', ++$n, $what;
	my @why = split /\n/, $why // '';
	print map { "# $_\n" } @why[0 .. ($#why < 9 ? $#why : 9)] unless $good;
	$failed |= !$good;
}

# --- a site that is one of two ---------------------------------------------------------

sub slurp {
	open my $in, '<:raw', $_[0] or return '';
	local $/;
	return scalar(<$in>) // '';
}
sub spew {
	my ($path, $text) = @_;
	open my $out, '>:raw', "$path.new" or die "$path: $!";
	print $out $text;
	close $out;
	rename "$path.new", $path or die;
}
sub command {
	my ($output) = @_;
	return ($tilts, 'build', '--source', "$top/content", '--templates', "$root/tests/bench/templates",
		'--output', $output, '--jobs', 1, '--messages', 'en', '--now', '2026-11-22');
}
# Runs it with both outputs in one text, but for the sums of files; and the status.
sub run {
	my (@command) = @_;
	my $pid = open(my $out, '-|') // die;
	if (!$pid) {
		open STDERR, '>&', \*STDOUT;
		exec @command;
		exit 127;
	}
	local $/;
	my $said = <$out> // '';
	close $out;
	$said =~ s{^\Q$top\E/[^\n]*/public: [^\n]*\n}{}mg;
	return ($? >> 8, $said);
}
# A build over the old site that nobody listens to; its process.
sub begin {
	my $pid = fork // die;
	return $pid if $pid;
	open STDOUT, '>', '/dev/null';
	open STDERR, '>', '/dev/null';
	exec command("$top/over/public");
	exit 127;
}
sub differs {
	my ($a, $b) = @_;
	return scalar `diff -rq $a $b 2>&1 | head -3`;
}

make_path('content', 'over', 'cold');
# More files than from which on the old site is kept for the next build.
system($corpus, "$top/content", 220) == 0 or die;
my $page = "$top/content/lv/1/105.md";
my %text = (a => slurp($page));
$text{b} = $text{a} =~ s/^title: "/title: "Cita /mr . "\n[saite](../0/7.md)\n\nVēl viens teikums.\n";
my (%said, $state);
for my $which ('b', 'a') {
	spew($page, $text{$which});
	make_path("cold/$which");
	(my $status, $said{$which}) = run(command("$top/cold/$which/public"));
	die $said{$which} if $status;
}
sub toggle {
	$state = ($state // 'b') eq 'a' ? 'b' : 'a';
	spew($page, $text{$state});
}
# "" when one of both sites stands there, whole.
sub broken {
	my $a = differs("$top/over/public", "$top/cold/a/public");
	return $a && differs("$top/over/public", "$top/cold/b/public") ? $a : '';
}
# "" when the next build is as good as a cold one.
sub next_build {
	my ($status, $said) = run(command("$top/over/public"));
	return "status $status: $said" if $status;
	return "it says: $said" if $said ne $said{$state};
	return differs("$top/over/public", "$top/cold/$state/public");
}
toggle();
ok(!($why = next_build()), 'a first build', $why);
toggle();
my $start = time;
$why = next_build();
my $takes = time - $start;
ok(!$why, 'a second', $why);

# --- killed ----------------------------------------------------------------------------

my ($nkills, $nwhole) = ($long ? 1000 : 20, 0);
for my $kill (1 .. $nkills) {
	toggle();
	my $pid = begin();
	usleep(rand(1.2 * $takes) * 1e6);
	kill 'KILL', $pid;
	waitpid $pid, 0;
	$nwhole++ if $? == 0;
	$why ||= broken();
	$why ||= next_build() if $kill % 5 == 0;
	last if $why;
}
ok(!$why, "killed at any moment, $nkills times: a whole site each time, and the next build is right", $why);
printf "# %d of them were too late\n", $nwhole;

# --- one call that fails --------------------------------------------------------------

# Does the call number $at fail? Then what comes of it has been looked at.
sub fails_at {
	my ($call, $error, $at) = @_;
	toggle();
	my ($status, $said) = run('strace', '-o', "$top/trace", '-e', "trace=$call", '-e',
		"inject=$call:error=$error:when=$at", command("$top/over/public"));
	return 0 if slurp("$top/trace") !~ /INJECTED/;
	return 1 if $status == 127 && $said =~ m{glibc error|shared libraries}; # the loader gave up: it never began
	$why ||= "number $at: status $status: $said" if $status != 0 && $status != 3 && $status != 1;
	$why ||= broken() && "number $at: " . broken();
	$why ||= next_build() && "number $at, the next build: " . differs("$top/over/public", "$top/cold/$state/public");
	return 1;
}
if (system("strace -o /dev/null true 2>/dev/null") == 0) {
	for my $fault (qw(openat:EMFILE openat2:EMFILE read:EIO pread64:EIO write:ENOSPC newfstatat:EIO
		statx:EIO getdents64:EIO mkdirat:ENOSPC unlinkat:EIO renameat:EIO
		renameat2:EIO fsync:EIO syncfs:EIO mmap:ENOMEM)) {
		my ($call, $error) = split /:/, $fault;
		$why = '';
		my $count = 0;
		toggle();
		run('strace', '-o', "$top/trace", '-e', "trace=$call", command("$top/over/public"));
		my $all = () = slurp("$top/trace") =~ /^$call/mg;
		for (my $at = 1; !$why && fails_at($call, $error, $at); $count++) {
			$at += 1 + int($all / ($long ? 60 : 3));
		}
		ok(!$why, "one $fault, at $count places", $why);
	}
} else {
	ok(1, 'one call that fails # SKIP no strace here');
}

# --- two at once -----------------------------------------------------------------------

toggle();
my @both = map { begin() } 1 .. 2;
my @statuses = map { waitpid $_, 0; $? >> 8 } @both;
ok("@statuses" eq '0 0', 'two builds at once end well', "@statuses");
ok(!($why = next_build()), 'and the site is right', $why);

# --- a yard that is not what it seems ---------------------------------------------------

# As copied from another machine: other inodes and times, the content as well.
toggle();
rename 'over', 'moved' or die;
system('cp', '-r', 'moved', 'over') == 0 or die;
ok(!($why = next_build()), 'a yard that was copied', $why);
toggle();
ok(!($why = next_build()), 'and the build after that', $why);

# Site and yard of one edit before, with their times, as a backup brings them back.
remove_tree('moved');
system('cp', '-a', 'over', 'moved') == 0 or die;
toggle();
next_build();
toggle();
remove_tree('over');
rename 'moved', 'over' or die;
ok(!($why = next_build()), 'site and yard of the day before', $why);

my $memory = "$top/over/.public.tilts/memory";
my $whole = slurp($memory);
for my $damage (
	['that is gone', undef],
	['that is empty', ''],
	['that was cut off', substr($whole, 0, length($whole) / 2)],
	['with a byte that is another', do { my $t = $whole; substr($t, length($t) / 2, 1) ^= "\1"; $t }],
	['of another form', $whole =~ s/^tilts-memory \d+/tilts-memory 999/r],
	['with zero bytes', "\0" x length $whole]) {
	my ($name, $text) = @$damage;
	toggle();
	defined $text ? spew($memory, $text) : unlink $memory;
	ok(!($why = next_build()), "a memory $name", $why);
}

# Another tilts: the same but for the day on which it was compiled.
my $other = slurp($tilts);
if ($other =~ s/(tilts \d+\.\d+\.\d+ [A-Z][a-z]{2} [ \d]\d \d{4} \d\d:\d\d:)(\d\d)/$1 . ($2 eq '11' ? '12' : '11')/e) {
	make_path('bin');
	spew("$top/bin/tilts", $other);
	chmod 0755, 'bin/tilts';
	system('cp', '-rL', dirname($tilts) . '/messages', "$top/bin/") == 0 or die;
	toggle();
	$tilts = "$top/bin/tilts";
	ok(!($why = next_build()), 'the yard of another tilts', $why);
	toggle();
	ok(!($why = next_build()), 'and the build after that by the other', $why);
} else {
	ok(0, 'the yard of another tilts', 'no version was found in the program');
}

print "1..$n\n";
exit $failed;
