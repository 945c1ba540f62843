#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sys/child.h"
#include "sys/confine.h"

static void say_back(void *ctx, int line)
{
	struct buf message;
	buf_init(&message);
	const char *const *greeting = ctx;
	child_send(line, str_of(*greeting));
	while (child_receive(line, -1, &message) == CHILD_SAID) {
		child_send(line, buf_str(&message));
		buf_clear(&message);
	}
	buf_release(&message);
}

Test(sys_child, messages_keep_their_bounds)
{
	struct child child;
	struct arena arena;
	struct buf said;
	const char *greeting = "hello";
	arena_init(&arena);
	buf_init(&said);
	cr_assert_eq(child_start(say_back, &greeting, &child), 0);
	cr_expect(child_send(child.line, S("one")));
	cr_expect(child_send(child.line, S("two")));
	for (int i = 0; i < 3; i++) {
		cr_expect_eq(child_receive(child.line, -1, &said), CHILD_SAID);
		buf_adds(&said, ";");
	}
	cr_expect_str_eq(said.data, "hello;one;two;");
	cr_expect_null(child_end(&child, &arena));
	buf_release(&said);
	arena_release(&arena);
}

static void fall(void *ctx, int line)
{
	const int *number = ctx;
	UNUSED(line);
	signal(*number, SIG_DFL);
	raise(*number);
}

Test(sys_child, a_death_is_told)
{
	struct child child;
	struct arena arena;
	struct buf nothing;
	int number = SIGTERM;
	arena_init(&arena);
	buf_init(&nothing);
	cr_assert_eq(child_start(fall, &number, &child), 0);
	cr_expect_eq(child_receive(child.line, -1, &nothing), CHILD_GONE);
	cr_expect_str_eq(child_end(&child, &arena), "signal 15 ended it (Terminated)");
	buf_release(&nothing);
	arena_release(&arena);
}

static void sleep_on(void *ctx, int line)
{
	UNUSED(ctx);
	UNUSED(line);
	for (;;)
		pause();
}

Test(sys_child, one_that_does_not_end_is_ended)
{
	struct child child;
	struct arena arena;
	struct buf nothing;
	arena_init(&arena);
	buf_init(&nothing);
	cr_assert_eq(child_start(sleep_on, NULL, &child), 0);
	cr_expect_eq(child_receive(child.line, 10, &nothing), CHILD_SILENT);
	cr_expect_str_eq(child_end(&child, &arena), "signal 9 ended it (Killed)");
	buf_release(&nothing);
	arena_release(&arena);
}

static bool can_write(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

/* "-" when the kernel can't confine, else what is possible nevertheless. */
static void try_everything(void *ctx, int line)
{
	const char *folder = ctx;
	char inside[64], beside[64], answer[8] = "";
	size_t n = 0;
	snprintf(inside, sizeof(inside), "%s/in/a", folder);
	snprintf(beside, sizeof(beside), "%s/b", folder);
	char in[64];
	snprintf(in, sizeof(in), "%s/in", folder);
	if (!confine(&(struct confines){.writable = in})) {
		child_send(line, S("-"));
		return;
	}
	if (can_write(inside))
		answer[n++] = 'i';
	if (can_write(beside))
		answer[n++] = 'b';
	if (open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0)
		answer[n++] = 'r';
	if (execl("/bin/true", "true", (char *)NULL) != -1 || errno != EACCES)
		answer[n++] = 'x';
	child_send(line, str_n(answer, n));
}

Test(sys_child, a_confined_one_reads_everywhere_and_writes_in_one_folder)
{
	struct child child;
	struct arena arena;
	struct buf answer;
	char folder[] = "/tmp/tilts-child-XXXXXX", in[64];
	arena_init(&arena);
	buf_init(&answer);
	cr_assert(mkdtemp(folder));
	snprintf(in, sizeof(in), "%s/in", folder);
	cr_assert_eq(mkdir(in, 0700), 0);
	cr_assert_eq(child_start(try_everything, folder, &child), 0);
	cr_expect_eq(child_receive(child.line, -1, &answer), CHILD_SAID);
	cr_expect_null(child_end(&child, &arena));
	if (strcmp(answer.data, "-") != 0)
		cr_expect_str_eq(answer.data, "ir");
	snprintf(in, sizeof(in), "%s/in/a", folder);
	unlink(in);
	snprintf(in, sizeof(in), "%s/in", folder);
	rmdir(in);
	rmdir(folder);
	buf_release(&answer);
	arena_release(&arena);
}
