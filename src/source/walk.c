#include <git2.h> /* first: base.h bans a name that it uses */

#include "source/walk.h"

#include "base/utf8.h"
#include "source/repository.h"

enum { SUBJECT_LIMIT = 500 };

void walk_init(
	struct walk *walk, const struct store *store, struct git_odb *objects, struct arena *arena)
{
	*walk = (struct walk){.store = store, .objects = objects, .arena = arena};
	arena_init(&walk->own);
}

void walk_release(struct walk *walk)
{
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
	git_oid id;
	git_commit *commit;
	memcpy(id.id, node->id, sizeof(id.id));
	if (!node->commit && git_commit_lookup(&commit, walk->store->git, &id) == 0) {
		node->commit = describe(walk->arena, commit);
		git_commit_free(commit);
	}
	return node->commit;
}

static struct walk_node *add_node(struct walk *walk, const git_oid *id)
{
	struct walk_node *node = ARENA_NEW(&walk->own, struct walk_node);
	memcpy(node->id, id->id, sizeof(node->id));
	node->number = walk->nodes.len;
	map_put(&walk->nodes, str_n((const char *)node->id, sizeof(node->id)), node);
	return node;
}

static struct walk_node *new_node(struct walk *walk, const git_oid *id, int *code)
{
	git_oid all, root;
	bool missing;
	struct header header;
	*code = header_read(walk->objects, id, &walk->own, &header);
	if (*code < 0)
		return NULL;
	memcpy(all.id, header.tree, sizeof(all.id));
	int found = repository_root_of(walk->store, &all, &root, &missing);
	if (found < 0 && !missing) {
		*code = GIT_ERROR; /* not "not found": it is no cut */
		return NULL;
	}
	struct walk_node *node = add_node(walk, id);
	node->header = header;
	memcpy(node->root, root.id, sizeof(node->root));
	node->has_root = found == 0;
	return node;
}

struct walk_node *walk_node(struct walk *walk, const struct git_oid *id, int *code)
{
	struct walk_node *node = map_get(&walk->nodes, str_n((const char *)id->id, sizeof(id->id)));
	*code = 0;
	return node ? node : new_node(walk, id, code);
}

static int add_parent(struct walk *walk, struct walk_node *node, const uint8_t id[20])
{
	int code;
	git_oid oid;
	memcpy(oid.id, id, sizeof(oid.id));
	struct walk_node *parent = walk_node(walk, &oid, &code);
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
	int code = 0;
	const struct header *header = &node->header;
	node->parents = ARENA_ARRAY(&walk->own, struct walk_node *, header->nparents);
	node->nparents = 0;
	for (size_t i = 0; i < header->nparents && code == 0; i++)
		code = add_parent(walk, node, header->parents[i]);
	return code;
}

/* --- a heap: each node is not older than the two below it --------------------------- */

static bool before(const struct walk_node *a, const struct walk_node *b)
{
	return a->header.time != b->header.time ? a->header.time > b->header.time
						: a->number < b->number;
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
