#include "build/inputs.h"

#include "base/hash.h"
#include "base/messages.h"
#include "base/pack.h"
#include "build/build.h"
#include "model/collection.h"
#include "model/said.h"
#include "query/query.h"

/* --- the whole ---------------------------------------------------------------------- */

static void add_page(struct buf *out, const struct page *page)
{
	pack_number(out, page ? page->index + 1 : 0);
}

static void add_pages(struct buf *out, struct page *const *pages, size_t n)
{
	pack_number(out, pages ? n : 0);
	for (size_t i = 0; pages && i < n; i++)
		add_page(out, pages[i]);
}

static void add_records(struct buf *out, const struct record *const *records, size_t n)
{
	pack_number(out, n);
	for (size_t i = 0; i < n; i++)
		pack_number(out, records[i]->number);
}

static void add_facet(struct buf *out, const struct facet *facet)
{
	pack_number(out, facet ? facet->nterms + 1 : 0);
	for (size_t i = 0; facet && i < facet->nterms; i++) {
		pack_text(out, facet->terms[i].field);
		pack_text(out, facet->terms[i].value);
	}
	if (facet) {
		pack_text(out, facet->kind->name);
		add_records(out, facet->records, facet->nrecords);
	}
}

static void add_place(struct buf *out, const struct site *site, const struct page *page)
{
	pack_number(out, page->kind);
	pack_number(out, page->flags);
	pack_number(out, page->language->index);
	pack_number(out, page->body_language->index);
	pack_number(out, page->source);
	pack_number(out, page->entry);
	pack_text(out, page->id);
	pack_text(out, page->path);
	pack_text(out, page->slug);
	pack_text(out, page->url);
	pack_text(out, page->output);
	pack_text(out, page->variant);
	add_page(out, page->parent);
	add_pages(out, page->translations, site->config.nlanguages);
	pack_number(out, page->record ? page->record->number + 1 : 0);
	add_facet(out, page->facet);
}

static void add_record(struct buf *out, const struct site *site, const struct record *record)
{
	pack_text(out, record->id);
	pack_number(out, record->entry);
	pack_number(out, (uint64_t)record->is_unreadable << 3 | (uint64_t)record->is_overdue << 2 |
				 (uint64_t)record->is_hidden << 1 | (uint64_t)record->is_shown);
	add_pages(out, record->pages, site->config.nlanguages);
	pack_number(out, record->nmentions);
	for (size_t i = 0; i < record->nmentions; i++) {
		pack_number(out, record->mentions[i].by->number);
		pack_text(out, record->mentions[i].field);
	}
}

static void add_kind(struct buf *out, const struct site *site, const struct kind *kind)
{
	pack_text(out, kind->name);
	pack_number(out, kind->nrecords);
	for (size_t i = 0; i < kind->nrecords; i++)
		add_record(out, site, kind->records[i]);
	pack_number(out, kind->nfacets);
	for (size_t f = 0; f < kind->nfacets; f++) {
		pack_text(out, kind->facets[f].name);
		pack_number(out, kind->facets[f].nterms);
		for (size_t i = 0; i < kind->facets[f].nterms; i++)
			pack_text(out, kind->facets[f].terms[i].value);
	}
}

/* Which pages there are, where they stand, and what leads to them. */
static void add_site(struct buf *out, const struct site *site)
{
	pack_text(out, site->today);
	for (size_t i = 0; i < site->pages.len; i++)
		add_place(out, site, site->pages.items[i]);
	for (size_t i = 0; i < site->nkinds; i++)
		add_kind(out, site, site->kinds[i]);
	add_pages(out, site->home, site->config.nlanguages);
	for (size_t l = 0; l < site->config.nlanguages; l++)
		for (size_t i = 0; i < site->nmenu; i++)
			add_page(out, site->menu[l][i]);
	for (size_t i = 0; i < site->redirects.len; i++) {
		pack_text(out, site->redirects.items[i].output);
		add_page(out, site->redirects.items[i].page);
	}
	for (size_t i = 0; i < site->collections.len; i++) {
		pack_text(out, site->collections.entries[i].key);
		add_page(out, site->collections.entries[i].value);
	}
	for (size_t i = 0; i < site->drafts.len; i++)
		pack_text(out, site->drafts.entries[i].key);
}

/* Pages, records and words are inputs of their own. */
static bool is_input(const struct document *document)
{
	return document->kind == DOCUMENT_PAGE || document->kind == DOCUMENT_RECORD ||
	       document->kind == DOCUMENT_STRINGS;
}

static void add_documents(struct buf *out, const struct build *build)
{
	for (size_t i = 0; i < build->ndocuments; i++) {
		const struct document *document = &build->documents[i];
		pack_number(out, document->kind);
		pack_text(out, document->entry->path);
		pack_number(out, is_input(document) ? 0 : document->entry->id);
	}
}

static uint64_t whole_of(const struct build *build)
{
	struct buf out;
	const struct build_options *o = build->options;
	buf_init(&out);
	pack_text(&out, build_version());
	pack_text(&out, messages_in_use());
	pack_text(&out, o->base_url);
	pack_number(&out,
		(uint64_t)o->drafts << 2 | (uint64_t)o->strict_dates << 1 | (uint64_t)o->compress);
	add_documents(&out, build);
	add_site(&out, &build->site);
	uint64_t whole = out.overflowed ? 0 : hash64(buf_str(&out));
	buf_release(&out);
	return whole;
}

/* --- one by one --------------------------------------------------------------------- */

static uint64_t *hash_of(struct inputs *inputs, enum input_kind kind, size_t n)
{
	return &inputs->hashes[inputs->numbers.first[kind] + n];
}

static void count(struct inputs *inputs, const struct build *build)
{
	const struct site *site = &build->site;
	const size_t counts[INPUT_KINDS] = {
		[INPUT_TEXTS] = site->pages.len,
		[INPUT_OUTDATED] = site->pages.len,
		[INPUT_LISTS] = site->pages.len,
		[INPUT_BODY] = build->ndocuments,
		[INPUT_RECORD] = site->nrecords,
		[INPUT_FACTS] = site->nrecords,
		[INPUT_SPOKEN] = site->nrecords * site->config.nlanguages,
		[INPUT_WORDS] = site->config.nlanguages * WORDS_PARTS,
		[INPUT_ANSWER] = build->units.nqueries * site->config.nlanguages,
		[INPUT_SAID] = site->pages.len,
		[INPUT_HISTORY] = 1,
	};
	for (size_t kind = 0; kind < INPUT_KINDS; kind++) {
		inputs->numbers.first[kind] = (uint32_t)inputs->n;
		inputs->n += counts[kind];
	}
	inputs->numbers.first[INPUT_KINDS] = (uint32_t)inputs->n;
}

static void find_records(struct inputs *inputs, struct build *build)
{
	uint32_t nsources = (uint32_t)build->ndocuments + 1;
	uint32_t *record_of = ARENA_ARRAY(&build->arena, uint32_t, nsources);
	for (size_t k = 0; k < build->site.nkinds; k++)
		for (size_t i = 0; i < build->site.kinds[k]->nrecords; i++) {
			const struct record *record = build->site.kinds[k]->records[i];
			if (record->source < nsources)
				record_of[record->source] = record->number + 1;
		}
	inputs->numbers.record_of = record_of;
	inputs->numbers.nsources = nsources;
	inputs->numbers.nlanguages = (uint32_t)build->site.config.nlanguages;
}

static str commit_id(const struct store_commit *commit)
{
	return commit ? commit->id : S("");
}

static void take_page(struct inputs *inputs, const struct page *page, struct buf *out)
{
	const struct page_texts *texts = page_texts(page);
	const struct page_lists *lists = page_lists(page);
	buf_clear(out);
	pack_text(out, texts->title);
	pack_text(out, texts->description);
	pack_text(out, texts->date);
	pack_number(out, texts->front_hash);
	pack_text(out, commit_id(texts->commit));
	*hash_of(inputs, INPUT_TEXTS, page->index) = hash64(buf_str(out));
	*hash_of(inputs, INPUT_OUTDATED, page->index) = page_is_outdated(page);
	buf_clear(out);
	add_pages(out, lists->children, lists->nchildren);
	pack_number(out, lists->place);
	add_records(out, lists->records, lists->nrecords);
	add_records(out, lists->words, lists->nwords);
	pack_number(out, lists->nshown);
	*hash_of(inputs, INPUT_LISTS, page->index) = hash64(buf_str(out));
}

static void take_said(
	struct inputs *inputs, const struct build *build, const struct page *page, struct buf *out)
{
	struct arena *scratch = &build->workers[0].scratch;
	arena_reset(scratch);
	struct said_list said = said_about(&build->site, page, scratch);
	buf_clear(out);
	for (size_t i = 0; i < said.len; i++) {
		pack_text(out, said.items[i].word);
		pack_number(out, said.items[i].language->index);
	}
	*hash_of(inputs, INPUT_SAID, page->index) = hash64(buf_str(out));
}

static void add_value(struct buf *out, struct value v, struct arena *scratch)
{
	pack_number(out, v.kind);
	if (v.kind != VALUE_MAP && v.kind != VALUE_LIST)
		pack_text(out, value_text(v, scratch));
	for (size_t i = 0; v.kind == VALUE_LIST && i < v.list->len; i++)
		add_value(out, v.list->items[i], scratch);
	for (size_t i = 0; v.kind == VALUE_MAP && i < v.map->len; i++) {
		pack_text(out, v.map->entries[i].key);
		add_value(out, v.map->entries[i].value, scratch);
	}
	pack_number(out, VALUE_NONE);
}

/* --- records ------------------------------------------------------------------------ */

struct telling {
	const struct config *config;
	const struct record *record;
	struct arena *scratch;
	struct buf facts;
	struct buf spoken[LANGUAGES_MAX];
};

/* Which languages there are is one of the facts: it tells in which others read. */
static void tell_text(struct telling *t, struct value text)
{
	pack_number(&t->facts, text.kind);
	for (size_t i = 0; i < text.map->len; i++) {
		const struct value_entry *entry = &text.map->entries[i];
		const struct language *language = config_language(t->config, entry->key);
		pack_text(&t->facts, entry->key);
		if (language && entry->value.kind == VALUE_STRING && entry->value.string.len)
			pack_text(&t->spoken[language->index], entry->value.string);
		else
			add_value(&t->facts, entry->value, t->scratch);
	}
	pack_number(&t->facts, VALUE_NONE);
}

/* As view_field() goes down through a record. */
static void tell(struct telling *t, const struct schema_node *node, struct value v)
{
	bool text = node && node->is_text && v.kind == VALUE_MAP;
	if (text && v.span.source == t->record->source) {
		tell_text(t, v);
		return;
	}
	pack_number(&t->facts, v.kind);
	if (v.kind != VALUE_MAP && v.kind != VALUE_LIST)
		pack_text(&t->facts, value_text(v, t->scratch));
	for (size_t i = 0; v.kind == VALUE_LIST && i < v.list->len; i++)
		tell(t, node ? node->items : NULL, v.list->items[i]);
	for (size_t i = 0; v.kind == VALUE_MAP && i < v.map->len; i++) {
		const struct value_entry *entry = &v.map->entries[i];
		const struct schema_property *property = schema_property(node, entry->key);
		pack_text(&t->facts, entry->key);
		tell(t, property ? property->node : NULL, entry->value);
	}
	pack_number(&t->facts, VALUE_NONE);
}

static void take_record(struct inputs *inputs, const struct build *build, struct telling *t)
{
	const struct record *record = t->record;
	size_t nlanguages = t->config->nlanguages;
	const struct record_facts *facts = record_facts(record);
	buf_clear(&t->facts);
	pack_hash(&t->facts, build->documents[record->entry].entry->id);
	pack_number(&t->facts, record->quoted);
	pack_text(&t->facts, commit_id(facts->commit));
	*hash_of(inputs, INPUT_RECORD, record->number) = hash64(buf_str(&t->facts));
	buf_clear(&t->facts);
	for (size_t l = 0; l < nlanguages; l++)
		buf_clear(&t->spoken[l]);
	pack_text(&t->facts, commit_id(facts->commit));
	arena_reset(t->scratch);
	tell(t, schema_root(record->kind->schema), facts->json);
	*hash_of(inputs, INPUT_FACTS, record->number) = hash64(buf_str(&t->facts));
	for (size_t l = 0; l < nlanguages; l++)
		*hash_of(inputs, INPUT_SPOKEN, record->number * nlanguages + l) =
			hash64(buf_str(&t->spoken[l]));
}

static void take_records(struct inputs *inputs, const struct build *build)
{
	struct telling t = {.config = &build->site.config, .scratch = &build->workers[0].scratch};
	buf_init(&t.facts);
	for (size_t l = 0; l < LANGUAGES_MAX; l++)
		buf_init(&t.spoken[l]);
	for (size_t k = 0; k < build->site.nkinds; k++)
		for (size_t i = 0; i < build->site.kinds[k]->nrecords; i++) {
			t.record = build->site.kinds[k]->records[i];
			take_record(inputs, build, &t);
		}
	for (size_t l = 0; l < LANGUAGES_MAX; l++)
		buf_release(&t.spoken[l]);
	buf_release(&t.facts);
}

/* --- words, answers ----------------------------------------------------------------- */

static void take_words(struct inputs *inputs, const struct build *build, struct buf *out)
{
	for (size_t l = 0; l < build->site.config.nlanguages; l++) {
		struct value words = build->site.strings_[l];
		for (size_t i = 0; words.kind == VALUE_MAP && i < words.map->len; i++) {
			const struct value_entry *entry = &words.map->entries[i];
			size_t n = words_input((uint32_t)l, entry->key);
			buf_clear(out);
			pack_text(out, entry->key);
			add_value(out, entry->value, &build->workers[0].scratch);
			uint64_t *hash = hash_of(inputs, INPUT_WORDS, n);
			*hash = hash64_mix(*hash, buf_str(out));
		}
	}
}

static void take_answers(struct inputs *inputs, const struct build *build, struct buf *out)
{
	size_t nlanguages = build->site.config.nlanguages;
	for (size_t i = 0; i < build->units.nqueries * nlanguages; i++) {
		struct item_list list = lists_cache_at(build->renderer.lists, i);
		buf_clear(out);
		for (size_t item = 0; item < list.len; item++) {
			add_page(out, list.items[item].page);
			pack_number(out,
				list.items[item].record ? list.items[item].record->number + 1 : 0);
		}
		*hash_of(inputs, INPUT_ANSWER, i) = hash64(buf_str(out));
	}
}

void inputs_take(struct inputs *inputs, struct build *build)
{
	struct buf out;
	*inputs = (struct inputs){.whole = whole_of(build)};
	count(inputs, build);
	find_records(inputs, build);
	inputs->hashes = ARENA_ARRAY(&build->arena, uint64_t, inputs->n);
	buf_init(&out);
	for (size_t i = 0; i < build->site.pages.len; i++) {
		take_page(inputs, build->site.pages.items[i], &out);
		take_said(inputs, build, build->site.pages.items[i], &out);
	}
	for (size_t i = 0; i < build->ndocuments; i++)
		*hash_of(inputs, INPUT_BODY, i) = build->documents[i].entry->id;
	take_records(inputs, build);
	take_words(inputs, build, &out);
	take_answers(inputs, build, &out);
	*hash_of(inputs, INPUT_HISTORY, 0) =
		hash64(build->history.head ? build->history.head->id : S(""));
	buf_release(&out);
}
