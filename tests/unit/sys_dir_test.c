#include <criterion/criterion.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source_scratch.h"
#include "sys/dir.h"
#include "sys/process_lock.h"

/* A scratch folder, open, after a shell script ran in it. */
static int open_after(struct scratch *scratch, const char *script)
{
	int fd;
	scratch_init(scratch);
	scratch_run(scratch, script);
	cr_assert_eq(file_open_folder(scratch->dir, &fd), 0);
	return fd;
}

static void end(struct scratch *scratch, int fd)
{
	file_close(fd);
	scratch_release(scratch);
}

static str text_of(struct scratch *scratch, int fd, const char *path)
{
	struct buf text;
	buf_init(&text);
	cr_assert_eq(file_read_at(fd, str_of(path), 1000, &text), 0, "%s", path);
	str copy = arena_str(&scratch->arena, buf_str(&text));
	buf_release(&text);
	return copy;
}

Test(sys_dir, creates_a_file_once_with_its_folders)
{
	struct scratch scratch;
	struct file_info info, again;
	int fd = open_after(&scratch, "echo x >file");
	cr_assert_eq(dir_create(fd, "a/b/c.html", S("one"), &info), 0);
	cr_assert_eq(file_info_at(fd, "a/b/c.html", &again), 0);
	cr_assert_eq(info.inode, again.inode);
	cr_assert_eq(info.mtime_ns, again.mtime_ns);
	cr_assert_eq(info.size, 3);
	cr_assert_eq(dir_create(fd, "a/b/c.html", S("two"), &info), EEXIST);
	cr_assert_eq(dir_create(fd, "file/c.html", S("two"), &info), ENOTDIR);
	cr_assert(str_eq(text_of(&scratch, fd, "a/b/c.html"), S("one")));
	cr_assert_eq(dir_make(fd, "a/b"), 0);
	cr_assert_eq(dir_make(fd, "x/y/z"), 0);
	end(&scratch, fd);
}

Test(sys_dir, moves_where_nothing_stands)
{
	struct scratch scratch;
	struct file_info before, after;
	int fd = open_after(&scratch, "echo x >f; echo y >g; ln -s nowhere l");
	file_info_at(fd, "f", &before);
	cr_assert_eq(dir_move(fd, "f", fd, "g"), EEXIST);
	cr_assert_eq(dir_move(fd, "f", fd, "l"), EEXIST);
	cr_assert_eq(dir_move(fd, "none", fd, "h"), ENOENT);
	cr_assert_eq(dir_move(fd, "f", fd, "a/b/f"), 0);
	file_info_at(fd, "a/b/f", &after);
	cr_assert_eq(before.inode, after.inode);
	cr_assert(str_eq(text_of(&scratch, fd, "g"), S("y\n")));
	end(&scratch, fd);
}

Test(sys_dir, links_and_copies_keep_what_they_are)
{
	struct scratch scratch;
	struct file_info from, link, copy;
	int to, fd = open_after(&scratch,
			"mkdir d to; echo x >d/f; chmod 640 d/f; touch -d @1000.5 d/f;"
			"ln -s nowhere d/l; mkfifo d/p");
	cr_assert_eq(dir_open(fd, "to", &to), 0);
	cr_assert_eq(dir_link(fd, "d/f", to), 0);
	cr_assert_eq(dir_link(fd, "d/f", to), EEXIST);
	cr_assert_eq(dir_link(fd, "d/l", to), 0);
	file_info_at(fd, "d/f", &from);
	file_info_at(to, "d/f", &link);
	cr_assert_eq(from.inode, link.inode);
	file_info_at(to, "d/l", &link);
	cr_assert_eq(link.type, FILE_LINK);

	cr_assert_eq(dir_remove_tree(to, "d"), 0);
	cr_assert_eq(dir_copy(fd, "d/l", to), 0);
	cr_assert_eq(dir_copy(fd, "d/f", to), 0);
	cr_assert_eq(dir_copy(fd, "d/p", to), EINVAL);
	file_info_at(to, "d/f", &copy);
	cr_assert_neq(from.inode, copy.inode);
	cr_assert_eq(copy.mtime_ns, 1000500000000);
	scratch_run(&scratch, "test $(stat -c %a to/d/f) = 640; test $(readlink to/d/l) = nowhere");
	file_close(to);
	end(&scratch, fd);
}

Test(sys_dir, exchanges_two_folders_in_one_step)
{
	struct scratch scratch;
	struct file_info before, after;
	int fd = open_after(&scratch, "mkdir a b; echo one >a/x; echo two >b/x");
	int64_t birth, birth_after;
	cr_assert_eq(dir_birth(fd, "a", &birth), 0);
	file_info_at(fd, "a", &before);
	cr_assert_eq(dir_exchange(fd, "a", fd, "b"), 0);
	file_info_at(fd, "b", &after);
	cr_assert(str_eq(text_of(&scratch, fd, "a/x"), S("two\n")));
	cr_assert_eq(before.inode, after.inode);
	cr_assert_eq(dir_birth(fd, "b", &birth_after), 0);
	cr_assert_eq(birth_after, birth);
	cr_assert_eq(dir_birth(fd, "none", &birth), ENOENT);
	cr_assert_eq(dir_exchange(fd, "a", fd, "none"), ENOENT);
	end(&scratch, fd);
}

struct seen {
	struct buf text;
	size_t until;
};

static int see(void *ctx, const char *path, enum file_type type, size_t nentries)
{
	struct seen *seen = ctx;
	static const char letters[] = {
		[FILE_REGULAR] = 'f', [FILE_FOLDER] = 'd', [FILE_LINK] = 'l'};
	buf_printf(&seen->text, "%c%zu:%s ", letters[type], nentries, path);
	return --seen->until ? 0 : 77;
}

Test(sys_dir, walks_by_name_and_folders_after_what_they_hold)
{
	struct scratch scratch;
	struct seen seen = {.until = 100};
	int fd = open_after(&scratch, "mkdir w; cd w; mkdir -p b/empty a; echo >a/2; echo >a/.1; "
				      "ln -s .. b/up; echo >.x");
	file_close(fd);
	cr_assert_eq(file_open_folder(scratch_path(&scratch, "w").ptr, &fd), 0);
	buf_init(&seen.text);
	cr_assert_eq(dir_walk(fd, see, &seen), 0);
	cr_assert_str_eq(seen.text.data, "f0:.x f0:a/.1 f0:a/2 d2:a d0:b/empty l0:b/up d2:b ");
	buf_clear(&seen.text);
	seen.until = 2;
	cr_assert_eq(dir_walk(fd, see, &seen), 77);
	cr_assert_str_eq(seen.text.data, "f0:.x f0:a/.1 ");
	buf_release(&seen.text);
	end(&scratch, fd);
}

Test(sys_dir, removes_links_and_not_what_they_point_at)
{
	struct scratch scratch;
	struct file_info info;
	int fd = open_after(
		&scratch, "mkdir -p keep t/u; echo >keep/f; ln -s ../keep t/l; echo >t/u/.h");
	cr_assert_eq(dir_remove_tree(fd, "t"), 0);
	cr_assert_eq(dir_remove_tree(fd, "t"), 0);
	file_info_at(fd, "keep/f", &info);
	cr_assert_eq(info.type, FILE_REGULAR);
	file_info_at(fd, "t", &info);
	cr_assert_eq(info.type, FILE_NONE);
	end(&scratch, fd);
}

Test(sys_process_lock, one_holds_it_and_the_other_learns_who)
{
	struct scratch scratch;
	struct process_lock first, second;
	int64_t holder = 0;
	int fd = open_after(&scratch, ":");
	cr_assert_eq(process_lock_take(fd, "lock", 0, &first, &holder), 0);
	cr_assert_eq(process_lock_take(fd, "lock", 40, &second, &holder), EWOULDBLOCK);
	cr_assert_eq(holder, getpid());
	process_lock_drop(&first);
	process_lock_drop(&first);
	cr_assert_eq(process_lock_take(fd, "lock", 0, &second, &holder), 0);
	process_lock_drop(&second);
	end(&scratch, fd);
}

Test(sys_process_lock, takes_no_link_for_a_lock)
{
	struct scratch scratch;
	struct process_lock lock;
	int64_t holder;
	int fd = open_after(&scratch, "echo precious >victim; ln -s victim lock");
	cr_assert_eq(process_lock_take(fd, "lock", 0, &lock, &holder), ELOOP);
	cr_assert(str_eq(text_of(&scratch, fd, "victim"), S("precious\n")));
	end(&scratch, fd);
}
