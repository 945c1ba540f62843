#include <stdio.h>
#include <string.h>

#include "base/messages.h"
#include "base/path.h"
#include "cmd/command.h"
#include "move/edit.h"
#include "sys/file.h"

/* The page of a file: "content/lv/a.md" and "lv/a.md" are both understood. */
static const struct page *find_page(const struct build *build, str path)
{
	for (size_t i = 0; i < build->site.pages.len; i++) {
		const struct page *page = build->site.pages.items[i];
		if (page->kind != PAGE_CONTENT || page->flags & PAGE_FALLBACK)
			continue;
		str shown = sources_at(&build->sources, page->source)->path;
		if (str_eq(path, shown) || str_eq(path, page->path))
			return page;
	}
	return NULL;
}

static bool is_translated(const struct site *site, const struct language *language)
{
	for (size_t i = 1; i < site->config.nlanguages; i++)
		if (site->config.languages[i].original == language->index)
			return true;
	return false;
}

/* Asked about a translation, one wants what belongs into it: its original's. */
static const struct page *original_of(const struct site *site, const struct page *page)
{
	const struct language *language = &site->config.languages[page->language->original];
	const struct page *original =
		page->language->index ? site_page(site, language, page->id) : NULL;
	return original && !is_translated(site, page->language) ? original : page;
}

/* Where the line begins that ends front matter. */
static size_t end_line_of(str text, size_t body_start)
{
	size_t at = str_rfind_char(str_sub(text, 0, body_start - 1), '\n');
	return at == STR_NONE ? 0 : at + 1;
}

/* The file with the hash in place of the one that stands there, or in a new line. */
static str with_hash(struct arena *arena, const struct page *page, str text, str hash)
{
	const struct value_entry *entry =
		value_map_find(page_texts(page)->front.map, S("source_hash"));
	str quoted = arena_join(arena, S("\""), hash, S("\""));
	if (entry)
		return arena_join(arena, str_sub(text, 0, entry->value.span.start), quoted,
			str_from(text, entry->value.span.end));
	size_t at = end_line_of(text, page->body_start);
	str line = arena_join(arena, S("source_hash: "), quoted, edit_line_end(text));
	return arena_join(arena, str_sub(text, 0, at), line, str_from(text, at));
}

static enum status complain(str path, const char *what)
{
	fprintf(stderr, _("tilts hash: %.*s: %s\n"), STR_ARGS(path), what);
	return STATUS_CONTENT;
}

#define TEXT_MAX ((size_t)8 << 20)

static enum status write_hash(
	const struct arguments *arguments, struct build *build, const struct page *page, str hash)
{
	str root;
	struct buf text;
	if (!find_root(arguments, &build->arena, &root))
		return STATUS_USAGE;
	str path = build->documents[page->entry].entry->path; /* as the disk has it */
	const char *file = arena_cstr(&build->arena, path_join(&build->arena, root, path));
	buf_init(&text);
	int error = file_read(file, TEXT_MAX, &text);
	if (!error)
		error = file_write(file, with_hash(&build->arena, page, buf_str(&text), hash));
	buf_release(&text);
	if (!error)
		return STATUS_OK;
	complain(str_of(file), messages_of_error(error));
	return STATUS_MACHINE;
}

static enum status print_hash(const struct arguments *arguments, struct build *build, str path)
{
	const struct page *page = find_page(build, path);
	if (!page) {
		fprintf(stderr, _("tilts hash: no page '%.*s'\n"), STR_ARGS(path));
		return STATUS_CONTENT;
	}
	const struct page *original = original_of(&build->site, page);
	if (!original->hash || !page->body_start)
		return complain(
			path, _("the page or its original can't be read; tilts check says why"));
	if (arguments->write && original == page)
		return complain(path, _("this is an original; --write wants a translation"));
	str hash = page_hash_text(original, &build->arena);
	if (arguments->nwords > 1)
		printf("%.*s  %.*s\n", STR_ARGS(hash), STR_ARGS(path));
	else
		printf("%.*s\n", STR_ARGS(hash));
	return arguments->write ? write_hash(arguments, build, page, hash) : STATUS_OK;
}

/* By another spelling of its path, too: a hash written twice would be two lines. */
static bool is_named_before(
	const struct arguments *arguments, const struct build *build, size_t index)
{
	const struct page *page = find_page(build, str_of(arguments->words[index]));
	for (size_t i = 0; page && i < index; i++)
		if (find_page(build, str_of(arguments->words[i])) == page)
			return true;
	return false;
}

/* All that can be told is told; the first failure is the status. */
static enum status print_all(const struct arguments *arguments, struct build *build)
{
	enum status status = STATUS_OK;
	for (size_t i = 0; i < arguments->nwords; i++) {
		if (is_named_before(arguments, build, i))
			continue;
		enum status one = print_hash(arguments, build, str_of(arguments->words[i]));
		if (!status)
			status = one;
	}
	return status;
}

enum status command_hash(const struct arguments *arguments)
{
	enum status status;
	struct build build = {0};
	struct arguments reading = *arguments;
	if (!arguments->nwords) {
		fprintf(stderr, _("tilts hash: which page? For example content/lv/index.md\n"));
		return STATUS_USAGE;
	}
	reading.build.drafts = true; /* who translates a draft asks as well */
	if (read_site(&reading, &build, &status))
		status = print_all(arguments, &build);
	build_release(&build);
	return status;
}
