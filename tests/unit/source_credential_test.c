#include <criterion/criterion.h>
#include <git2.h>

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "source/credential.h"

/* Backwards, for the program's own text shall not be found. */
static const char backwards[] = "terces-gnol-etiuq-e";
#define LENGTH (sizeof(backwards) - 1)

/* A sanitizer's own tables are larger, and hold no text. */
#define REGION_MAX (64UL << 20)

static bool is_secret(const char *at)
{
	for (size_t i = 0; i < LENGTH; i++)
		if (at[i] != backwards[LENGTH - 1 - i])
			return false;
	return true;
}

static bool region_holds(int memory, unsigned long from, unsigned long to)
{
	static char chunk[1 << 16];
	for (unsigned long at = from; at < to; at += sizeof(chunk) - LENGTH) {
		size_t want = to - at < sizeof(chunk) ? to - at : sizeof(chunk);
		ssize_t got = pread(memory, chunk, want, (off_t)at);
		for (ssize_t i = 0; i + (ssize_t)LENGTH <= got; i++)
			if (is_secret(chunk + i))
				return true;
	}
	return false;
}

/* Anywhere in the memory of this process that can be written, freed or not. */
static bool memory_holds_secret(void)
{
	char line[512], rights[8];
	unsigned long from, to;
	bool found = false;
	FILE *maps = fopen("/proc/self/maps", "r");
	int memory = open("/proc/self/mem", O_RDONLY);
	cr_assert(maps && memory >= 0);
	while (!found && fgets(line, sizeof(line), maps))
		if (sscanf(line, "%lx-%lx %7s", &from, &to, rights) == 3 && rights[1] == 'w' &&
			to - from <= REGION_MAX)
			found = region_holds(memory, from, to);
	fclose(maps);
	close(memory);
	return found;
}

static bool answers(void *ctx, str word, str input, struct buf *answer)
{
	(void)ctx, (void)input;
	if (!str_eq(word, S("fill")))
		return true;
	buf_adds(answer, "username=reader\npassword=");
	for (size_t i = LENGTH; i > 0; i--)
		buf_add_char(answer, backwards[i - 1]);
	buf_add_char(answer, '\n');
	return true;
}

Test(source_credential, no_password_stays_in_memory)
{
	struct credentials credentials;
	struct git_credential *given = NULL;
	git_libgit2_init();
	credentials_init(&credentials, answers, NULL);
	cr_assert_eq(credentials_next(&credentials, &given, "https://example.org/a.git", NULL,
			     GIT_CREDENTIAL_USERPASS_PLAINTEXT),
		0);
	credentials_settle(&credentials, true);
	cr_assert(memory_holds_secret(), "this test would find nothing");
	git_credential_free(given);
	credentials_release(&credentials);
	cr_assert_not(memory_holds_secret());
	git_libgit2_shutdown();
}
