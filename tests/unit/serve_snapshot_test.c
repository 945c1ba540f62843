#include <criterion/criterion.h>

#include "serve/overlay.h"
#include "serve/snapshot.h"

/* Two languages below /portal; each path holds itself. */
static struct snapshot *make_snapshot(str base_path)
{
	static const char *const paths[] = {
		"index.html", "404.html", "a/index.html", "a.css", "ru/index.html", "ru/404.html"};
	struct page lv = {.output = S("404.html")}, ru = {.output = S("ru/404.html")};
	struct page *missing[] = {&lv, &ru};
	struct site site = {.missing = missing};
	site.config.base_path = base_path;
	site.config.nlanguages = 2;
	site.config.languages[0].path = S("");
	site.config.languages[1].path = S("ru");
	struct snapshot *snapshot = snapshot_new();
	for (size_t i = 0; i < ARRAY_LEN(paths); i++)
		snapshot_put(snapshot, str_of(paths[i]), i + 1, str_of(paths[i]));
	snapshot_describe(snapshot, &site);
	return snapshot;
}

static void expect(str base_path, const char *path, enum found_kind kind, const char *file)
{
	struct snapshot *snapshot = make_snapshot(base_path);
	struct found found = snapshot_find(snapshot, str_of(path));
	cr_assert_eq(found.kind, kind, "%s: kind %d", path, (int)found.kind);
	cr_assert(str_eq(found.path, str_of(file)), "%s: %.*s", path, STR_ARGS(found.path));
	cr_assert(str_eq(found.bytes, found.path));
	snapshot_drop(snapshot);
}

Test(snapshot, finds_pages_and_files)
{
	expect(S(""), "", FOUND_FILE, "index.html");
	expect(S(""), "a/", FOUND_FILE, "a/index.html");
	expect(S(""), "a", FOUND_FOLDER, "a/index.html");
	expect(S(""), "a.css", FOUND_FILE, "a.css");
	expect(S(""), "ru/", FOUND_FILE, "ru/index.html");
	expect(S(""), "ru", FOUND_FOLDER, "ru/index.html");
}

Test(snapshot, finds_the_404_page_of_the_language)
{
	expect(S(""), "b", FOUND_NOTHING, "404.html");
	expect(S(""), "a.css/", FOUND_NOTHING, "404.html");
	expect(S(""), "ru/b/", FOUND_NOTHING, "ru/404.html");
	expect(S(""), "run/b/", FOUND_NOTHING, "404.html");
}

Test(snapshot, a_site_below_a_path)
{
	expect(S("/portal"), "portal/", FOUND_FILE, "index.html");
	expect(S("/portal"), "portal/ru/", FOUND_FILE, "ru/index.html");
	expect(S("/portal"), "portal/ru/b", FOUND_NOTHING, "ru/404.html");
	expect(S("/portal"), "portal", FOUND_OUTSIDE, "");
	expect(S("/portal"), "a.css", FOUND_OUTSIDE, "");
	expect(S("/portal"), "", FOUND_OUTSIDE, "");
}

Test(snapshot, lives_while_it_is_held)
{
	struct snapshot *snapshot = snapshot_hold(make_snapshot(S("")));
	snapshot_drop(snapshot);
	cr_assert_eq(snapshot_find(snapshot, S("a.css")).kind, FOUND_FILE);
	snapshot_drop(snapshot);
}

Test(overlay, goes_before_the_end_of_the_body)
{
	struct buf out;
	buf_init(&out);
	overlay_page(&out, S("<body>a</body></html>"), S("PANEL"), S("localhost:8080"), 7);
	cr_assert_str_eq(out.data,
		"<body>a<link rel=\"stylesheet\" href=\"/.tilts/preview.css\">"
		"<script src=\"/.tilts/reload.js\" data-version=\"7\" defer></script>"
		"PANEL</body></html>");
	buf_clear(&out);
	overlay_page(&out, S("<!doctype html><p>a"), S(""), S("localhost:8080"), 7);
	cr_assert_str_eq(out.data,
		"<!doctype html><p>a"
		"<script src=\"/.tilts/reload.js\" data-version=\"7\" defer></script>\n");
	buf_release(&out);
}

Test(overlay, shows_the_report_as_text)
{
	struct buf out;
	buf_init(&out);
	overlay_panel(
		&out, S("a.md:1:2: error: <x> [id]\n    1 | a & b\n"), S("w.md:1:1: warning: w\n"));
	cr_assert_neq(str_find(buf_str(&out), S("<b>a.md:1:2: error: &lt;x&gt; [id]</b>\n"
						"    1 | a &amp; b\n</pre>")),
		STR_NONE, "%s", out.data);
	size_t folded = str_find(buf_str(&out), S("<details class=\"tilts-warnings\"><summary>"));
	cr_assert_neq(folded, STR_NONE);
	cr_assert_gt(str_find(buf_str(&out), S("<b>w.md:1:1: warning: w</b>")), folded);
	buf_release(&out);
}

Test(overlay, shows_a_bounded_part_of_a_long_report)
{
	struct buf report, out;
	buf_init(&report);
	buf_init(&out);
	for (int i = 0; i < 20000; i++)
		buf_adds(&report, "a.md:1:2: error: b [c]\n");
	overlay_panel(&out, buf_str(&report), S(""));
	cr_assert_lt(out.len, 70000);
	cr_assert_neq(str_find(buf_str(&out), S("the rest</b>\n</pre></details>")), STR_NONE);
	buf_release(&out);
	buf_release(&report);
}

Test(snapshot, files_are_shared_and_put_over)
{
	struct snapshot *first = make_snapshot(S("")), *second = snapshot_over(first);
	cr_assert(snapshot_looks_like(first, second));
	cr_assert_eq(snapshot_bytes(second, S("a.css")).ptr, snapshot_bytes(first, S("a.css")).ptr);
	snapshot_put(second, S("search/x.txt"), 0, S("x"));
	cr_assert(snapshot_looks_like(first, second), "what nobody sees");
	snapshot_put(second, S("a/index.html"), 0, S("new"));
	cr_assert(!snapshot_looks_like(first, second));
	snapshot_drop(first);
	struct found found = snapshot_find(second, S("a/"));
	cr_assert(str_eq(found.bytes, S("new")));
	cr_assert(str_eq(found.path, S("a/index.html")));
	cr_assert_eq(snapshot_find(second, S("ru/b")).kind, FOUND_NOTHING);
	snapshot_drop(second);
}

static void expect_alike(const struct snapshot *a, const struct snapshot *b, bool alike)
{
	cr_assert_eq(snapshot_looks_like(a, b), alike);
	cr_assert_eq(snapshot_looks_like(b, a), alike);
}

Test(snapshot, what_lies_over_a_site_looks_like_a_site)
{
	struct snapshot *site = make_snapshot(S("")), *built = make_snapshot(S(""));
	struct snapshot *over = snapshot_over(site), *twice;
	snapshot_put(over, S("a/index.html"), 0, S("new"));
	expect_alike(over, built, false);
	snapshot_put(built, S("a/index.html"), 0, S("new"));
	expect_alike(over, built, true);
	expect_alike(over, site, false);
	twice = snapshot_over(over);
	expect_alike(twice, over, true);
	snapshot_put(twice, S("b/index.html"), 0, S("b"));
	expect_alike(twice, over, false);
	expect_alike(twice, built, false);
	snapshot_put(built, S("b/index.html"), 0, S("b"));
	expect_alike(twice, built, true);
	cr_assert_eq(snapshot_bytes(twice, S("a/index.html")).ptr,
		snapshot_bytes(over, S("a/index.html")).ptr);
	snapshot_drop(site);
	snapshot_drop(over);
	cr_assert(str_eq(snapshot_find(twice, S("a/")).bytes, S("new")));
	cr_assert(str_eq(snapshot_find(twice, S("ru/")).bytes, S("ru/index.html")));
	snapshot_drop(twice);
	snapshot_drop(built);
}

Test(snapshot, a_file_goes_from_one_to_the_next)
{
	struct snapshot *first = make_snapshot(S("")), *second = snapshot_new();
	cr_assert(snapshot_has(first, S("a.css"), 4) && !snapshot_has(first, S("a.css"), 5));
	cr_assert(!snapshot_has(first, S("b.css"), 4));
	snapshot_take(second, first, S("a.css"));
	snapshot_drop(first);
	cr_assert(str_eq(snapshot_bytes(second, S("a.css")), S("a.css")));
	cr_assert(!snapshot_looks_like(first = make_snapshot(S("")), second), "pages are missing");
	snapshot_drop(first);
	snapshot_drop(second);
}
