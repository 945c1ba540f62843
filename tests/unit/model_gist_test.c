#include <criterion/criterion.h>

#include "base/buf.h"
#include "growth.h"
#include "model/gist.h"

static uint64_t gist(const char *body)
{
	struct arena arena;
	arena_init(&arena);
	uint64_t hash = gist_of(S("Zvani"), S("Kā zvanīt."), str_of(body), &arena);
	arena_release(&arena);
	return hash;
}

static void same(const char *a, const char *b)
{
	cr_assert_eq(gist(a), gist(b), "'%s' and '%s'", a, b);
}

static void other(const char *a, const char *b)
{
	cr_assert_neq(gist(a), gist(b), "'%s' and '%s'", a, b);
}

Test(gist, where_links_lead_is_no_text)
{
	same("Skat. [zvani](zvani.md).", "Skat. [zvani](../citur/zvani.md#kad).");
	same("![Ieeja](<../media/ie eja.jpg>) tur", "![Ieeja](../media/ieeja.jpg) tur");
	same("[a](x_(1).md) b", "[a](y.md) b");
	same("[a](x.md \"Nosaukums\")", "[a](y.md \"Nosaukums\")");
	same("a\n[b]: x.md\nc", "a\n[b]: y.md\nc");
	other("a [b]: x.md\nc", "a [b]: y.md\nc");
	same("a\r\nb\r\n", "a\nb\n");
	other("[a](x.md \"Nosaukums\")", "[a](x.md \"Cits\")");
	other("[a](x.md) b", "[a](x.md) c");
	other("[a](x.md) b", "[b](x.md) b");
	other("[zvaniet](tel:+37163022937)", "[zvaniet](tel:+37163022938)");
	other("[rakstiet](mailto:a@ievp.gov.lv)", "[rakstiet](mailto:b@ievp.gov.lv)");
	other("(x) b", "(y) b");
	same("[a](", "[a](");
	other("[a](x\nb", "[a](x\nc");
}

static void take_repeated(void *ctx, size_t n)
{
	struct arena arena;
	struct buf text;
	arena_init(&arena);
	buf_init(&text);
	while (n--)
		buf_add(&text, str_of(ctx));
	gist_of(S("Zvani"), S("Kā zvanīt."), buf_str(&text), &arena);
	buf_release(&text);
	arena_release(&arena);
}

/* Each of these could be the end of a name that began with the line. */
Test(gist, time_grows_with_the_text, .timeout = HANGS)
{
	static const char *const texts[] = {"]: ", "](", "[a](b) ", "](tel:", "\r\n"};
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		cr_assert(growth_is_linear(take_repeated, (void *)texts[i], 200000), "'%s'",
			texts[i]);
}
