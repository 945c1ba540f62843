#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/path.h"
#include "base/utf8.h"
#include "base/vec.h"

static bool same(str a, const char *b)
{
	return str_eq(a, str_of(b));
}

Test(base, memory_is_aligned_and_zeroed)
{
	for (size_t n = 1; n < 8; n++) {
		char *room = xcalloc_aligned(n, 128, 64);
		cr_assert_eq((uintptr_t)room % 64, 0);
		for (size_t i = 0; i < n * 128; i++)
			cr_assert_eq(room[i], '\0');
		free(room);
	}
}

Test(str, cuts_every_part)
{
	str rest = S("a,,b,"), part;
	const char *wanted[] = {"a", "", "b", ""};
	size_t n = 0;
	for (; str_cut(&rest, ',', &part); n++)
		cr_assert(same(part, wanted[n]));
	cr_assert_eq(n, 4);
}

Test(str, reads_integers_and_refuses_overflow)
{
	int64_t n;
	cr_assert(str_to_int(S("-9223372036854775808"), &n) && n == INT64_MIN);
	cr_assert(str_to_int(S("9223372036854775807"), &n) && n == INT64_MAX);
	cr_assert_not(str_to_int(S("9223372036854775808"), &n));
	cr_assert_not(str_to_int(S(""), &n));
	cr_assert_not(str_to_int(S("-"), &n));
	cr_assert_not(str_to_int(S("1x"), &n));
}

Test(str, finds_the_nearest_word)
{
	str words[] = {S("title"), S("description"), S("aliases")};
	cr_assert(same(str_nearest(S("titel"), words, 3), "title"));
	cr_assert(same(str_nearest(S("descripton"), words, 3), "description"));
	cr_assert(same(str_nearest(S("zzz"), words, 3), ""));
	cr_assert_eq(str_distance(S("abcd"), S("abdc"), 3), 1);
}

/* The whole table, none of which is left out. */
static unsigned slow_distance(str a, str b)
{
	unsigned table[9][9];
	for (size_t i = 0; i <= a.len; i++)
		for (size_t j = 0; j <= b.len; j++) {
			if (!i || !j) {
				table[i][j] = (unsigned)(i + j);
				continue;
			}
			unsigned best = table[i - 1][j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]);
			if (table[i - 1][j] + 1 < best)
				best = table[i - 1][j] + 1;
			if (table[i][j - 1] + 1 < best)
				best = table[i][j - 1] + 1;
			if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] &&
				a.ptr[i - 2] == b.ptr[j - 1] && table[i - 2][j - 2] + 1 < best)
				best = table[i - 2][j - 2] + 1;
			table[i][j] = best;
		}
	return table[a.len][b.len];
}

static str some_word(char out[8], unsigned *seed)
{
	size_t len = (*seed = *seed * 1103515245 + 12345) >> 16 & 7;
	for (size_t i = 0; i < len; i++)
		out[i] = (char)('a' + ((*seed = *seed * 1103515245 + 12345) >> 16 & 1));
	return str_n(out, len);
}

Test(str, knows_the_distance_without_looking_at_all_of_it)
{
	unsigned seed = 1;
	for (int n = 0; n < 100000; n++) {
		char left[8], right[8];
		str a = some_word(left, &seed), b = some_word(right, &seed);
		unsigned limit = (unsigned)n % 4, wanted = slow_distance(a, b);
		cr_assert_eq(str_distance(a, b, limit), wanted > limit ? limit + 1 : wanted,
			"'%.*s' '%.*s' %u", STR_ARGS(a), STR_ARGS(b), limit);
	}
}

Test(str, takes_a_zeroed_slice_for_an_empty_one)
{
	struct arena arena;
	str none = {NULL, 0};
	arena_init(&arena);
	cr_assert(str_eq(none, S("")) && str_eq(S(""), none));
	cr_assert(str_starts(S("a"), none) && str_ends(none, none));
	cr_assert_eq(str_count(none, 'a'), 0);
	cr_assert_eq(str_count(S("banana"), 'a'), 3);
	cr_assert_eq(str_find_char(none, 'a'), STR_NONE);
	cr_assert_eq(str_find(none, S("a")), STR_NONE);
	cr_assert(same(arena_join(&arena, none, S("a"), none), "a"));
	arena_release(&arena);
}

Test(base, a_piece_of_an_arena_grows_where_it_stands_if_it_was_the_last)
{
	struct arena arena;
	arena_init(&arena);
	char *piece = memcpy(arena_alloc(&arena, 5), "abcd", 5);
	char *longer = arena_grow(&arena, piece, 5, 100);
	cr_assert_str_eq(longer, "abcd");
	char *next = arena_alloc(&arena, 1);
	cr_assert(next < longer || next >= longer + 100);
	*next = 'n';
	char *moved = arena_grow(&arena, longer, 100, 200);
	cr_assert(moved != longer);
	cr_assert_str_eq(moved, "abcd");
	moved = arena_grow(&arena, moved, 200, 1 << 20);
	cr_assert_str_eq(moved, "abcd");
	memset(moved, 'x', 1 << 20);
	cr_assert_eq(*next, 'n');
	arena_release(&arena);
}

Test(buf, stays_within_its_limit)
{
	struct buf buf;
	buf_init_limit(&buf, 4);
	buf_adds(&buf, "abc");
	buf_adds(&buf, "de");
	buf_adds(&buf, "f");
	cr_assert(buf.overflowed);
	cr_assert(same(buf_str(&buf), "abc"));
	buf_release(&buf);
}

Test(map, keeps_order_and_finds_all)
{
	struct map map = {0};
	struct arena arena;
	arena_init(&arena);
	for (int i = 0; i < 1000; i++)
		map_put(&map, arena_printf(&arena, "key-%d", i), (void *)(intptr_t)(i + 1));
	cr_assert_eq(map.len, 1000);
	for (int i = 0; i < 1000; i++) {
		cr_assert_eq((intptr_t)map.entries[i].value, i + 1);
		cr_assert_eq((intptr_t)map_get(&map, arena_printf(&arena, "key-%d", i)), i + 1);
	}
	cr_assert_eq((intptr_t)map_put(&map, S("key-7"), NULL), 8);
	cr_assert_not(map_has(&map, S("key-1000")));
	map_release(&map);
	arena_release(&arena);
}

Test(utf8, knows_the_small_letters_of_three_alphabets)
{
	str small = S("azāčēģīķļņšūžßéжщяё"), other = S("AZĀČĒĢĪĶĻŅŠŪŽÉЖЩЯЁ1.„-–÷×");
	for (size_t at = 0; at < small.len;)
		cr_assert(utf8_is_lower(utf8_next(small, &at)), "before byte %zu", at);
	for (size_t at = 0; at < other.len;)
		cr_assert_not(utf8_is_lower(utf8_next(other, &at)), "before byte %zu", at);
}

Test(utf8, makes_no_break_spaces_plain)
{
	struct arena arena;
	arena_init(&arena);
	cr_assert(str_eq(
		utf8_plain_spaces(&arena, S("2026.\u00a0gada 1.\u00a0")), S("2026. gada 1. ")));
	cr_assert(str_eq(utf8_plain_spaces(&arena, S("Rīga \u2013")), S("Rīga \u2013")));
	arena_release(&arena);
}

Test(utf8, refuses_what_rfc_3629_refuses)
{
	cr_assert_eq(utf8_invalid_at(S("Rīga Рига 🌉")), STR_NONE);
	cr_assert_eq(utf8_invalid_at(S("a\xc0\xaf")), 1);        /* overlong */
	cr_assert_eq(utf8_invalid_at(S("ab\xed\xa0\x80")), 2);   /* surrogate */
	cr_assert_eq(utf8_invalid_at(S("\xf4\x90\x80\x80")), 0); /* past U+10FFFF */
	cr_assert_eq(utf8_invalid_at(S("x\xe2\x82")), 1);        /* cut short */
	cr_assert_eq(utf8_count(S("Rīga")), 4);
}

/* Many bytes are looked at in one step: what is wrong is found wherever it stands in it, and
 * what is rare is no mistake. */
Test(utf8, looks_at_each_byte_of_a_long_text)
{
	static const char *const wrong[] = {"\x80", "\xc0\xaf", "\xc1\xbf", "\xc4", "\xc4z",
		"\xe0\x9f\xbf", "\xe2\x82", "\xe2\x82z", "\xe2z\xac", "\xed\xa0\x80",
		"\xf0\x9f\x8c", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff"};
	static const char *const right[] = {
		"ā", "–", "\xe0\xa4\x80", "\xed\x9f\xbf", "\xee\x80\x80", "🌉", ""};
	struct buf text;
	buf_init(&text);
	for (size_t at = 0; at < 50; at++) {
		for (size_t i = 0; i < ARRAY_LEN(wrong) + ARRAY_LEN(right); i++) {
			bool good = i >= ARRAY_LEN(wrong);
			buf_clear(&text);
			buf_add_repeat(&text, 'a', at % 2);
			for (size_t n = 0; n < at / 2; n++)
				buf_adds(&text, "ī");
			buf_add(&text, str_of(good ? right[i - ARRAY_LEN(wrong)] : wrong[i]));
			cr_assert_eq(utf8_invalid_at(buf_str(&text)), good ? STR_NONE : at, "%s",
				text.data);
			buf_adds(&text, "zāģis, kas zāģē");
			cr_assert_eq(utf8_invalid_at(buf_str(&text)), good ? STR_NONE : at, "%s",
				text.data);
		}
	}
	buf_release(&text);
}

/* A link of half a megabyte filled all memory: each part was joined to a copy of all before. */
Test(path, takes_no_more_memory_than_its_length)
{
	struct arena arena;
	struct buf link;
	str out;
	arena_init(&arena);
	buf_init(&link);
	for (int i = 0; i < 5000; i++)
		buf_adds(&link, "a/./b/../");
	arena_alloc(&arena, 1 << 20);
	arena_reset(&arena);
	const struct arena_block *block = arena.blocks;
	cr_assert(path_resolve(&arena, S("lv"), buf_str(&link), &out));
	cr_assert_eq(out.len, 2 + 2 * 5000);
	cr_assert(str_starts(out, S("lv/a/a/")) && str_ends(out, S("/a/a")));
#ifdef ARENA_DEBUG
	UNUSED(block);
#else
	cr_assert_eq(arena.blocks, block, "more than a megabyte");
#endif
	buf_release(&link);
	arena_release(&arena);
}

Test(path, never_leaves_the_root)
{
	struct arena arena;
	str out;
	arena_init(&arena);
	cr_assert(path_resolve(&arena, S("lv/sazina"), S("../cietumi/./index.md"), &out));
	cr_assert(same(out, "lv/cietumi/index.md"));
	cr_assert_not(path_resolve(&arena, S("lv"), S("../../etc/passwd"), &out));
	cr_assert_not(path_resolve(&arena, S("lv"), S("/etc/passwd"), &out));
	cr_assert_not(path_resolve(&arena, S(""), S("a/../.."), &out));
	cr_assert(path_resolve(&arena, S(""), S("a/b/.."), &out));
	cr_assert(same(out, "a"));
	cr_assert(path_resolve(&arena, S("lv"), S("./../"), &out));
	cr_assert(same(out, ""));
	cr_assert(path_is_plain(S("lv/a b.md")));
	cr_assert_not(path_is_plain(S("lv/../a")));
	cr_assert_not(path_is_plain(S("lv//a")));
	cr_assert_not(path_is_plain(S("lv/.git/config")));
	cr_assert_not(path_is_plain(S("lv/a\nb")));
	arena_release(&arena);
}

Test(path, is_known_below_a_folder_as_a_shell_completes_it)
{
	cr_assert(same(path_below(S("content/lv/x"), S("content")), "lv/x"));
	cr_assert(same(path_below(S("./content/lv/x"), S("content/")), "lv/x"));
	cr_assert(same(path_below(S("content/lv/x"), S("./content")), "lv/x"));
	cr_assert(same(path_below(S("lv/x"), S("content")), "lv/x"));
	cr_assert(same(path_below(S("contents/x"), S("content")), "contents/x"));
	cr_assert(same(path_below(S("lv/x"), S(".")), "lv/x"));
	cr_assert(same(path_below(S("/lv/x"), S("/")), "/lv/x"));
}

Test(hash, knows_the_published_vectors)
{
	struct arena arena;
	arena_init(&arena);
	cr_assert(same(hash_hex(&arena, S("abc"), 16), "ba7816bf8f01cfea"));
	str a = hash_uuid5(&arena, S("services/a")), b = hash_uuid5(&arena, S("services/b"));
	cr_assert_eq(a.len, 36);
	cr_assert_eq(a.ptr[14], '5');
	cr_assert_not(str_eq(a, b));
	arena_release(&arena);
}

static int by_tens(const void *a, const void *b)
{
	return *(const int *)a / 10 - *(const int *)b / 10;
}

Test(vec, sorts_stably)
{
	VEC(int) numbers = {0};
	int wanted[] = {3, 1, 15, 11, 12, 29, 20};
	int given[] = {29, 15, 3, 11, 20, 12, 1};
	for (size_t i = 0; i < ARRAY_LEN(given); i++)
		VEC_PUSH(&numbers, given[i]);
	VEC_SORT(&numbers, by_tens);
	for (size_t i = 0; i < ARRAY_LEN(wanted); i++)
		cr_assert_eq(numbers.items[i], wanted[i]);
	VEC_FREE(&numbers);
}
