#include "sys/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Rights of later versions than the headers of Debian 12 know have the same bits. */
enum { ABI_REFER = 2, ABI_TRUNCATE = 3 };
#define RIGHT_TRUNCATE (1ULL << 14)

/* Everything but reading. */
static uint64_t rights(long abi)
{
	uint64_t all = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |
		       LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
		       LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR |
		       LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
		       LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |
		       LANDLOCK_ACCESS_FS_MAKE_SYM;
	if (abi >= ABI_REFER)
		all |= LANDLOCK_ACCESS_FS_REFER;
	if (abi >= ABI_TRUNCATE)
		all |= RIGHT_TRUNCATE;
	return all;
}

static bool allow(int rules, const char *folder, uint64_t all)
{
	struct landlock_path_beneath_attr beneath = {
		.allowed_access = all & ~(uint64_t)LANDLOCK_ACCESS_FS_EXECUTE,
		.parent_fd = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC)};
	if (beneath.parent_fd < 0)
		return false;
	long error = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
	close(beneath.parent_fd);
	return error == 0;
}

static bool lock_land(const char *writable)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	if (abi < 1)
		return false;
	struct landlock_ruleset_attr attr = {.handled_access_fs = rights(abi)};
	int rules = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof(attr), 0);
	if (rules < 0)
		return false;
	bool done = (!writable || allow(rules, writable, rights(abi))) &&
		    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
		    syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	close(rules);
	return done;
}

static void bound(__rlimit_resource_t resource, rlim_t most)
{
	struct rlimit limit;
	if (getrlimit(resource, &limit) != 0 || limit.rlim_max < most)
		return;
	limit.rlim_cur = limit.rlim_max = most;
	setrlimit(resource, &limit);
}

/* A sanitizer keeps its own books in memory that is never used. */
static bool memory_can_be_bound(void)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
	return false;
#else
	return true;
#endif
}

bool confine(const struct confines *confines)
{
	bound(RLIMIT_CORE, 0);
	if (confines->memory && memory_can_be_bound())
		bound(RLIMIT_DATA, confines->memory);
	if (confines->processor_s)
		bound(RLIMIT_CPU, confines->processor_s);
	return lock_land(confines->writable);
}
