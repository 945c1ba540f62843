#include <git2.h> /* first: base.h bans a name that it uses */

#include "source/walk.h"

#include "base/utf8.h"
#include "source/repository.h"

enum { SUBJECT_LIMIT = 500 };

static void let_go(struct walk_node *node)
{
	git_commit_free(node->object);
	node->object = NULL;
}

void walk_init(struct walk *walk, const struct store *store, struct arena *arena)
{
	*walk = (struct walk){.store = store, .arena = arena};
	arena_init(&walk->own);
}

void walk_release(struct walk *walk)
{
	for (size_t i = 0; i < walk->nodes.len; i++)
		let_go(walk->nodes.entries[i].value);
	map_release(&walk->nodes);
	VEC_FREE(&walk->queue);
	arena_release(&walk->own);
}

/* Messages are bytes in any encoding, by anybody. */
static str clean_subject(struct arena *arena, str text)
{
	struct buf clean;
	buf_init(&clean);
	for (size_t at = 0; at < text.len && clean.len < SUBJECT_LIMIT;) {
		uint32_t c = utf8_next(text, &at);
		utf8_add(&clean, c < 0x20 || (c >= 0x7f && c < 0xa0) ? ' ' : c);
	}
	str result = arena_str(arena, buf_str(&clean));
	buf_release(&clean);
	return result;
}

/* The commit, read again if its turn was over. */
static int read_commit(struct walk *walk, struct walk_node *node)
{
	git_oid id;
	memcpy(id.id, node->id, sizeof(id.id));
	return node->object ? 0 : git_commit_lookup(&node->object, walk->store->git, &id);
}

void walk_done(struct walk_node *node)
{
	let_go(node);
	for (size_t i = 0; i < node->nparents; i++)
		if (!node->parents[i]->queued)
			let_go(node->parents[i]);
}

static const struct store_commit *describe(struct arena *arena, git_commit *commit)
{
	char id[GIT_OID_HEXSZ + 1];
	struct store_commit *result = ARENA_NEW(arena, struct store_commit);
	git_oid_tostr(id, sizeof(id), git_commit_id(commit));
	*result = (struct store_commit){
		.id = arena_str(arena, str_of(id)),
		.time = git_commit_time(commit),
		.offset_minutes = git_commit_time_offset(commit),
		.subject = clean_subject(arena, str_of(git_commit_summary(commit))),
	};
	return result;
}

const struct store_commit *walk_describe(struct walk *walk, struct walk_node *node)
{
	if (!node->commit && read_commit(walk, node) == 0)
		node->commit = describe(walk->arena, node->object);
	return node->commit;
}

/* The commit belongs to the node, or is freed. */
static struct walk_node *new_node(struct walk *walk, git_commit *commit, int *code)
{
	git_oid root;
	bool missing;
	int found = repository_root_of(walk->store, commit, &root, &missing);
	if (found < 0 && !missing) {
		git_commit_free(commit);
		*code = GIT_ERROR; /* not "not found": it is no cut */
		return NULL;
	}
	struct walk_node *node = ARENA_NEW(&walk->own, struct walk_node);
	memcpy(node->id, git_commit_id(commit)->id, sizeof(node->id));
	memcpy(node->root, root.id, sizeof(node->root));
	node->has_root = found == 0;
	node->object = commit;
	node->time = git_commit_time(commit);
	node->number = walk->nodes.len;
	map_put(&walk->nodes, str_n((const char *)node->id, sizeof(node->id)), node);
	return node;
}

struct walk_node *walk_node(struct walk *walk, const struct git_oid *id, int *code)
{
	git_commit *commit;
	struct walk_node *node = map_get(&walk->nodes, str_n((const char *)id->id, sizeof(id->id)));
	*code = 0;
	if (node)
		return node;
	*code = git_commit_lookup(&commit, walk->store->git, id);
	return *code < 0 ? NULL : new_node(walk, commit, code);
}

static int add_parent(struct walk *walk, struct walk_node *node, const git_oid *id)
{
	int code;
	struct walk_node *parent = walk_node(walk, id, &code);
	if (code == GIT_ENOTFOUND && git_repository_is_shallow(walk->store->git)) {
		walk->cut = node->is_cut = true;
		return 0;
	}
	if (parent)
		node->parents[node->nparents++] = parent;
	return code;
}

int walk_parents(struct walk *walk, struct walk_node *node)
{
	int code = read_commit(walk, node);
	if (code < 0)
		return code;
	unsigned count = git_commit_parentcount(node->object);
	node->parents = ARENA_ARRAY(&walk->own, struct walk_node *, count);
	node->nparents = 0;
	for (unsigned i = 0; i < count && code == 0; i++)
		code = add_parent(walk, node, git_commit_parent_id(node->object, i));
	return code;
}

/* --- a heap: each node is not older than the two below it --------------------------- */

static bool before(const struct walk_node *a, const struct walk_node *b)
{
	return a->time != b->time ? a->time > b->time : a->number < b->number;
}

static void swap(struct walk *walk, size_t a, size_t b)
{
	struct walk_node *node = walk->queue.items[a];
	walk->queue.items[a] = walk->queue.items[b];
	walk->queue.items[b] = node;
}

void walk_queue(struct walk *walk, struct walk_node *node)
{
	if (node->queued)
		return;
	node->queued = true;
	VEC_PUSH(&walk->queue, node);
	struct walk_node **items = walk->queue.items;
	for (size_t at = walk->queue.len - 1; at && before(items[at], items[(at - 1) / 2]);
		at = (at - 1) / 2)
		swap(walk, at, (at - 1) / 2);
}

static void sink(struct walk *walk)
{
	struct walk_node **items = walk->queue.items;
	for (size_t at = 0, child; (child = 2 * at + 1) < walk->queue.len; at = child) {
		if (child + 1 < walk->queue.len && before(items[child + 1], items[child]))
			child++;
		if (!before(items[child], items[at]))
			return;
		swap(walk, at, child);
	}
}

struct walk_node *walk_next(struct walk *walk)
{
	if (walk->queue.len == 0)
		return NULL;
	struct walk_node *node = walk->queue.items[0];
	walk->queue.items[0] = walk->queue.items[--walk->queue.len];
	sink(walk);
	node->queued = false;
	return node;
}
