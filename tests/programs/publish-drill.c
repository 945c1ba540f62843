/*
 * Publishes sites whose every file says which version of the site it belongs
 * to, so that a mix of two can be told:
 *
 *	publish-drill publish OUTPUT VERSION FILES [PAUSE_US [THREADS [WAIT_MS]]]
 *	publish-drill verify OUTPUT FILES       prints the version, or what is wrong
 *	publish-drill kill OUTPUT FILES TIMES   publishes a, b, a … killed at any moment
 *	publish-drill read OUTPUT FILES TIMES   reads without end while another one publishes
 *	publish-drill plain FOLDER FILES THREADS   the same files with bare system calls
 *
 * File i has 10 000 bytes; every fifth has the same bytes in all versions, every
 * tenth is in one version only. Version "same" has the bytes of version a but
 * another fingerprint. The old site stays for the next build, unless NO_SPARE is set.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/hash.h"
#include "diag/report.h"
#include "publish/publish.h"
#include "sys/parallel.h"

#define SIZE 10000

struct drill {
	struct publish *publish;
	const char *output;
	const char *version;
	size_t nfiles;
	unsigned pause_us;
	unsigned threads;
	unsigned wait_ms;
};

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void pause_us(unsigned us)
{
	nanosleep(&(struct timespec){us / 1000000, (long)(us % 1000000) * 1000}, NULL);
}

/* Sections hold a hundred pages. */
static int file_name(char *out, size_t size, size_t i, const char *version)
{
	if (i == 0)
		return snprintf(out, size, "index.html");
	if (i % 10 == 9)
		return snprintf(out, size, "only/%s-%zu.html", version, i);
	return snprintf(out, size, "section-%zu/page-%zu/index.html", i / 100, i);
}

static bool is_same_in_all(size_t i)
{
	return i % 5 == 3;
}

static void file_bytes(char bytes[SIZE], size_t i, const char *version)
{
	memset(bytes, 'x', SIZE);
	int len = snprintf(
		bytes, SIZE, "version %s file %zu ", is_same_in_all(i) ? "any" : version, i);
	bytes[len] = '.';
	bytes[SIZE - 1] = '\n';
}

static const char *bytes_version(const struct drill *drill)
{
	return strcmp(drill->version, "same") == 0 ? "a" : drill->version;
}

static void print(const struct diags *diags)
{
	struct sources sources = {0};
	struct buf text;
	buf_init(&text);
	report(&text, diags, &sources, REPORT_TEXT, false);
	fputs(text.data, stderr);
	buf_release(&text);
}

static void put_file(void *ctx, unsigned worker, size_t i)
{
	struct drill *drill = ctx;
	struct diags diags;
	char name[128], bytes[SIZE];
	int len = file_name(name, sizeof(name), i, bytes_version(drill));
	UNUSED(worker);
	diags_init(&diags);
	file_bytes(bytes, i, bytes_version(drill));
	publish_file(drill->publish, str_n(name, (size_t)len), PUBLISH_BY_BYTES, str_n(bytes, SIZE),
		&diags);
	if (drill->pause_us)
		pause_us(drill->pause_us);
	print(&diags);
	diags_release(&diags);
}

/* 0 done, 1 there was nothing to do, 3 reported. */
static int publish_site(struct drill *drill, struct diags *diags)
{
	struct arena arena;
	arena_init(&arena);
	struct publish_options options = {
		.output = str_of(drill->output),
		.fingerprint = hash64(str_of(drill->version)),
		.wait_ms = drill->wait_ms,
		.threads = drill->threads,
		.spare_from = getenv("NO_SPARE") ? 0 : 1,
	};
	int status = 3;
	drill->publish = publish_begin(&options, &arena, diags);
	if (drill->publish && publish_is_current(drill->publish)) {
		publish_abort(drill->publish);
		status = 1;
	} else if (drill->publish) {
		parallel_for(drill->threads, drill->nfiles, put_file, drill);
		if (publish_commit(drill->publish, diags))
			status = 0;
	}
	arena_release(&arena);
	return status;
}

static int run_publish(struct drill *drill)
{
	struct diags diags;
	double start = now();
	diags_init(&diags);
	int status = publish_site(drill, &diags);
	print(&diags);
	printf("%s %.1f ms\n",
		status == 0   ? "published"
		: status == 1 ? "current"
			      : "failed",
		(now() - start) * 1000);
	diags_release(&diags);
	return status == 1 ? 0 : status;
}

static bool read_whole(int folder, const char *name, char bytes[SIZE])
{
	int fd = openat(folder, name, O_RDONLY);
	if (fd < 0)
		return false;
	bool whole = read(fd, bytes, SIZE) == SIZE;
	close(fd);
	return whole;
}

/* NULL, or what is wrong with the files of a site of this version. */
static const char *wrong_file(int folder, const char *version, size_t nfiles, char name[128])
{
	static const char *const others[] = {"a", "b"};
	for (size_t i = 0; i < nfiles; i++) {
		char bytes[SIZE], wanted[SIZE];
		file_name(name, 128, i, version);
		file_bytes(wanted, i, version);
		if (!read_whole(folder, name, bytes))
			return "is missing or short";
		if (memcmp(bytes, wanted, SIZE) != 0)
			return "has other bytes";
		for (size_t k = 0; i % 10 == 9 && k < 2; k++) {
			if (strcmp(others[k], version) == 0)
				continue;
			file_name(name, 128, i, others[k]);
			if (faccessat(folder, name, F_OK, 0) == 0)
				return "belongs to another version";
		}
	}
	return NULL;
}

/* The version of the whole site in the folder; NULL: none, and said why. */
static const char *verify(int folder, size_t nfiles)
{
	char bytes[SIZE], name[128];
	if (!read_whole(folder, "index.html", bytes)) {
		printf("index.html is missing: %s\n", strerror(errno));
		return NULL;
	}
	const char *version = strncmp(bytes, "version a ", 10) == 0 ? "a" : "b";
	const char *wrong = wrong_file(folder, version, nfiles, name);
	if (wrong)
		printf("version %s: %s %s\n", version, name, wrong);
	return wrong ? NULL : version;
}

static const char *verify_path(const char *output, size_t nfiles)
{
	int folder = open(output, O_RDONLY | O_DIRECTORY);
	if (folder < 0) {
		printf("%s: %s\n", output, strerror(errno));
		return NULL;
	}
	const char *version = verify(folder, nfiles);
	close(folder);
	return version;
}

/* How long one publishing takes, so that kills are spread over all of it. run_kill() follows
 * a machine that gets faster or slower meanwhile. */
static unsigned measure_us(struct drill *drill)
{
	double start = now();
	struct diags diags;
	diags_init(&diags);
	for (int i = 0; i < 4; i++) {
		drill->version = i % 2 ? "a" : "b";
		publish_site(drill, &diags);
	}
	diags_release(&diags);
	return (unsigned)((now() - start) / 4 * 1e6);
}

/* Publishes in a process of its own and kills it after `us`. */
static bool publish_and_kill(struct drill *drill, unsigned us)
{
	struct diags diags;
	int status;
	pid_t child = fork();
	if (child == 0) {
		diags_init(&diags);
		_exit(publish_site(drill, &diags));
	}
	pause_us(us);
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	return WIFSIGNALED(status);
}

static int run_kill(struct drill *drill, unsigned times)
{
	struct diags diags;
	unsigned killed = 0, exchanged = 0, seed = 1, span = measure_us(drill);
	diags_init(&diags);
	for (unsigned runs = 0; killed < times; runs++) {
		const char *before = verify_path(drill->output, drill->nfiles);
		drill->version = before && before[0] == 'a' ? "b" : "a";
		seed = seed * 1103515245u + 12345u;
		bool is_killed = publish_and_kill(drill, (seed >> 8) % (span + span / 4));
		killed += is_killed;
		span = is_killed ? span + span / 64 : span - span / 16;
		const char *after = verify_path(drill->output, drill->nfiles);
		if (!before || !after || runs > times * 40)
			return 1;
		exchanged += before[0] != after[0];
		/* Every so often a whole build cleans up; otherwise scraps meet scraps. */
		if (runs % 8 == 7 && publish_site(drill, &diags) == 3)
			return 1;
	}
	printf("killed %u times, span %u us, the new site stood after %u runs\n", killed, span,
		exchanged);
	diags_release(&diags);
	return 0;
}

/* Files that both versions have are always there, whole, when looked up anew. */
static bool lookups_are_whole(const struct drill *drill)
{
	for (size_t i = 0; i < drill->nfiles; i++) {
		char name[128], path[512], bytes[SIZE], a[SIZE], b[SIZE];
		if (i % 10 == 9)
			continue;
		file_name(name, sizeof(name), i, "a");
		snprintf(path, sizeof(path), "%s/%s", drill->output, name);
		file_bytes(a, i, "a");
		file_bytes(b, i, "b");
		if (!read_whole(AT_FDCWD, path, bytes) ||
			(memcmp(bytes, a, SIZE) != 0 && memcmp(bytes, b, SIZE) != 0)) {
			printf("%s: missing or not whole: %s\n", path, strerror(errno));
			return false;
		}
	}
	return true;
}

/* In a folder that was opened once all files are of one version; they may go,
 * when that folder is the old site meanwhile, but never change. */
static bool folder_is_of_one_version(const struct drill *drill)
{
	char first = 0, name[128], bytes[SIZE];
	int folder = open(drill->output, O_RDONLY | O_DIRECTORY);
	bool good = folder >= 0;
	for (size_t i = 0; good && i < drill->nfiles; i++) {
		file_name(name, sizeof(name), i, "a");
		if (is_same_in_all(i) || !read_whole(folder, name, bytes))
			continue;
		char version = bytes[sizeof("version ") - 1];
		good = !first || first == version;
		first = version;
	}
	if (!good)
		printf("%s: no folder, or a mix of versions at %s\n", drill->output, name);
	close(folder);
	return good;
}

static int publish_times(struct drill *drill, unsigned times)
{
	struct diags diags;
	int status = 0;
	diags_init(&diags);
	for (unsigned i = 0; i < times && status == 0; i++) {
		drill->version = i % 2 ? "a" : "b";
		status = publish_site(drill, &diags);
	}
	return status;
}

static int run_read(struct drill *drill, unsigned times)
{
	int status;
	unsigned rounds = 0;
	pid_t child = fork();
	if (child == 0)
		_exit(publish_times(drill, times));
	bool good = true;
	while (good && waitpid(child, &status, WNOHANG) == 0) {
		good = lookups_are_whole(drill) && folder_is_of_one_version(drill);
		rounds++;
	}
	if (!good) {
		kill(child, SIGKILL);
		waitpid(child, &status, 0);
	}
	printf("read the site %u times while it was published %u times\n", rounds, times);
	return good && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : 1;
}

static void put_plain(void *ctx, unsigned worker, size_t i)
{
	struct drill *drill = ctx;
	char name[128], path[512], bytes[SIZE];
	UNUSED(worker);
	file_name(name, sizeof(name), i, "a");
	file_bytes(bytes, i, "a");
	snprintf(path, sizeof(path), "%s/%s", drill->output, name);
	char *slash = strrchr(path, '/');
	if (i % 10 != 9 && i) {
		*slash = '\0';
		mkdir(path, 0777);
		*slash = '/';
	}
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
	if (fd < 0 || write(fd, bytes, SIZE) != SIZE || close(fd) != 0)
		printf("%s: %s\n", path, strerror(errno));
}

static int run_plain(struct drill *drill)
{
	char path[512];
	double start = now();
	mkdir(drill->output, 0777);
	snprintf(path, sizeof(path), "%s/only", drill->output);
	mkdir(path, 0777);
	for (size_t i = 0; i <= drill->nfiles / 100; i++) {
		snprintf(path, sizeof(path), "%s/section-%zu", drill->output, i);
		mkdir(path, 0777);
	}
	parallel_for(drill->threads, drill->nfiles, put_plain, drill);
	int fd = open(drill->output, O_RDONLY);
	syncfs(fd);
	close(fd);
	printf("plain %.1f ms\n", (now() - start) * 1000);
	return 0;
}

static unsigned number(char **argv, int argc, int at, unsigned otherwise)
{
	return at < argc ? (unsigned)strtoul(argv[at], NULL, 10) : otherwise;
}

int main(int argc, char **argv)
{
	if (argc < 4)
		return 2;
	const char *command = argv[1];
	struct drill drill = {.output = argv[2], .threads = 2, .wait_ms = 100};
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (strcmp(command, "publish") == 0) {
		drill.version = argv[3];
		drill.nfiles = number(argv, argc, 4, 100);
		drill.pause_us = number(argv, argc, 5, 0);
		drill.threads = number(argv, argc, 6, 2);
		drill.wait_ms = number(argv, argc, 7, 100);
		return run_publish(&drill);
	}
	drill.nfiles = number(argv, argc, 3, 100);
	if (strcmp(command, "kill") == 0)
		return run_kill(&drill, number(argv, argc, 4, 200));
	if (strcmp(command, "read") == 0)
		return run_read(&drill, number(argv, argc, 4, 50));
	if (strcmp(command, "plain") == 0) {
		drill.threads = number(argv, argc, 4, 2);
		return run_plain(&drill);
	}
	const char *version = verify_path(drill.output, drill.nfiles);
	if (version)
		printf("%s\n", version);
	return version ? 0 : 1;
}
