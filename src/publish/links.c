#include "publish/links.h"

#include <errno.h>
#include <stdlib.h>

#include "sys/dir.h"
#include "sys/parallel.h"

struct link_job {
	const struct links *links;
	struct manifest_entry *entries;
	struct {
		int error;
		bool copied;
	} * results; /* one for each entry */
};

/* Where no hard link can be made, a copy of the same time will do. */
static int copy_one(const struct links *links, const char *name, struct manifest_entry *entry)
{
	struct file_info info;
	int error = dir_copy(links->from, name, links->to);
	if (!error)
		error = file_info_at(links->to, name, &info);
	if (!error)
		entry->inode = info.inode;
	return error;
}

static void link_one(void *ctx, unsigned worker, size_t index)
{
	struct link_job *job = ctx;
	struct manifest_entry *entry = &job->entries[index];
	char name[PATH_MAX];
	UNUSED(worker);
	int error = dir_name(entry->path, name) ? dir_link(job->links->from, name, job->links->to)
						: ENAMETOOLONG;
	if (error == EPERM || error == EMLINK || error == EOPNOTSUPP || error == ENOSYS) {
		error = copy_one(job->links, name, entry);
		job->results[index].copied = true;
	}
	job->results[index].error = error;
}

int links_make(struct links *links, struct manifest_entry *entries, size_t n, size_t *failed)
{
	struct link_job job = {links, entries, xcalloc(n + 1, sizeof(*job.results))};
	int error = 0;
	parallel_for(links->threads, n, link_one, &job);
	for (size_t i = 0; i < n && !error; i++) {
		links->copied |= job.results[i].copied;
		error = job.results[i].error;
		*failed = i;
	}
	free(job.results);
	return error;
}
