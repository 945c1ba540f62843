#include <stdio.h>

#include "base/path.h"
#include "cmd/command.h"

/* "content/lv/a.md" and "lv/a.md" are both understood. */
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

static enum status print_hash(struct build *build, const char *path)
{
	const struct page *page = find_page(build, str_of(path));
	if (!page) {
		fprintf(stderr, "tilts hash: no page '%s'\n", path);
		return STATUS_CONTENT;
	}
	page = original_of(&build->site, page);
	printf("%.*s\n", STR_ARGS(page_hash_text(page, &build->arena)));
	return STATUS_OK;
}

enum status command_hash(const struct arguments *arguments)
{
	enum status status;
	struct build build = {0};
	if (arguments->nwords != 1) {
		fprintf(stderr, "tilts hash: which page? For example content/lv/index.md\n");
		return STATUS_USAGE;
	}
	if (read_site(arguments, &build, &status))
		status = print_hash(&build, arguments->words[0]);
	build_release(&build);
	return status;
}
