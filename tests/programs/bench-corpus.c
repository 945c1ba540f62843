/*
 * bench-corpus DIR PAGES: writes a content root of that many pages, 3 to 4 KB
 * each, in sections of 100, every page with a table, a list, links and bold
 * words. The same numbers give the same bytes.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sys/file.h"

#define SECTION 100

static const char *const words[] = {"tikšanās", "vēstule", "cietums", "ģimene", "bērns", "zvans",
	"palīdzība", "iestāde", "dokuments", "diena", "stunda", "telefons", "advokāts", "māte",
	"sūtījums", "nauda", "pieteikums", "atbrīvošana", "darbs", "māja", "jautājums", "atbilde"};

static unsigned next(unsigned *state)
{
	*state = *state * 1103515245u + 12345u;
	return *state >> 16;
}

static const char *word(unsigned *state)
{
	return words[next(state) % ARRAY_LEN(words)];
}

static void add_sentence(struct buf *out, unsigned *state, size_t nwords)
{
	for (size_t i = 0; i < nwords; i++) {
		const char *mark = next(state) % 12 == 0 ? "**" : "";
		buf_printf(out, "%s%s%s%s", i ? " " : "", mark, word(state), mark);
	}
	buf_adds(out, ".");
}

static void add_table(struct buf *out, unsigned *state)
{
	buf_adds(out, "| Diena | Laiks | Kas |\n|:---|---:|:-:|\n");
	for (int row = 0; row < 8; row++)
		buf_printf(out, "| %s | %u:%02u | %s *%s* |\n", word(state), next(state) % 24,
			next(state) % 60, word(state), word(state));
	buf_adds(out, "\n");
}

static void add_body(struct buf *out, unsigned *state, size_t page, size_t npages)
{
	for (int heading = 1; heading <= 6; heading++) {
		buf_printf(out, "## %s %s %d\n\n", word(state), word(state), heading);
		for (int sentence = 0; sentence < 4; sentence++) {
			add_sentence(out, state, 8 + next(state) % 8);
			buf_add(out, sentence == 3 ? S("\n\n") : S(" "));
		}
		size_t other = next(state) % npages;
		buf_printf(out, "- [%s](../%zu/%zu.md)\n- [%s](index.md)\n\n", word(state),
			other / SECTION, other, word(state));
		if (heading == 3)
			add_table(out, state);
	}
	buf_printf(out, "Lapa %zu.\n", page);
}

static void add_front(struct buf *out, unsigned *state, size_t page)
{
	buf_printf(out,
		"---\ntitle: \"%s %s %zu\"\ndescription: %s, %s un %s.\norder: %zu\n"
		"date: 2026-%02u-%02u\nkeywords: [%s, %s]\n---\n\n",
		word(state), word(state), page, word(state), word(state), word(state),
		page % SECTION + 1, next(state) % 12 + 1, next(state) % 28 + 1, word(state),
		word(state));
}

static void put(const char *dir, const char *name, struct buf *text)
{
	struct buf path;
	buf_init(&path);
	buf_printf(&path, "%s/%s", dir, name);
	int error = file_create(path.data, buf_str(text));
	if (error)
		die("%s: error %d", path.data, error);
	buf_release(&path);
	buf_clear(text);
}

static void write_page(const char *dir, struct buf *text, size_t page, size_t npages)
{
	char name[64];
	unsigned state = (unsigned)page * 7919u + 17u;
	add_front(text, &state, page);
	add_body(text, &state, page, npages);
	snprintf(name, sizeof(name), "lv/%zu/%zu.md", page / SECTION, page);
	put(dir, name, text);
}

static void write_section(const char *dir, struct buf *text, size_t section)
{
	char name[64];
	struct buf folder;
	buf_init(&folder);
	buf_printf(&folder, "%s/lv/%zu", dir, section);
	file_make_folders(folder.data);
	buf_release(&folder);
	buf_printf(
		text, "---\ntitle: Nodaļa %zu\ndescription: Simts lapu.\n---\n\nLapas.\n", section);
	snprintf(name, sizeof(name), "lv/%zu/index.md", section);
	put(dir, name, text);
}

int main(int argc, char **argv)
{
	int64_t npages;
	struct buf text;
	if (argc != 3 || !str_to_int(str_of(argv[2]), &npages) || npages < 1) {
		fprintf(stderr, "usage: bench-corpus DIR PAGES\n");
		return 2;
	}
	buf_init(&text);
	for (size_t page = 0; page < (size_t)npages; page++) {
		if (page % SECTION == 0)
			write_section(argv[1], &text, page / SECTION);
		write_page(argv[1], &text, page, (size_t)npages);
	}
	buf_adds(&text, "---\ntitle: Sākums\ndescription: Sākums.\n---\n\nSveiki.\n");
	put(argv[1], "lv/index.md", &text);
	buf_adds(&text,
		"{\"title\": \"Mērījums\", \"description\": \"Mērījums.\", "
		"\"base_url\": \"https://example.org\", \"timezone\": \"Europe/Riga\", "
		"\"languages\": [{\"code\": \"lv\", \"name\": \"Latviešu\", \"path\": \"\"}], "
		"\"menu\": [\"0/index\"]}\n");
	put(argv[1], "site.json", &text);
	buf_release(&text);
	return 0;
}
