#include "base/slug.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* U+00C0 to U+017F: Latin-1 and Latin Extended-A; "-" separates words. */
static const char latin[][3] = {
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",  /* C0 */
	"d", "n", "o", "o", "o", "o", "o", "-", "o", "u", "u", "u", "u", "y", "th", "ss", /* D0 */
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",  /* E0 */
	"d", "n", "o", "o", "o", "o", "o", "-", "o", "u", "u", "u", "u", "y", "th", "y",  /* F0 */
	"a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",   /* 100 */
	"d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",   /* 110 */
	"g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",   /* 120 */
	"i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", /* 130 */
	"l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "ng", "ng", "o", "o", "o", "o", /* 140 */
	"o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", /* 150 */
	"s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",   /* 160 */
	"u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",   /* 170 */
};

/* U+0430 to U+045F: the small letters of Russian, then those of its neighbours. */
static const char cyrillic[][5] = {
	"a",
	"b",
	"v",
	"g",
	"d",
	"e",
	"zh",
	"z",
	"i",
	"y",
	"k",
	"l",
	"m",
	"n",
	"o",
	"p",
	"r",
	"s",
	"t",
	"u",
	"f",
	"kh",
	"ts",
	"ch",
	"sh",
	"shch",
	"",
	"y",
	"",
	"e",
	"yu",
	"ya",
	"e",
	"yo",
	"dj",
	"g",
	"ye",
	"dz",
	"i",
	"yi",
	"j",
	"lj",
	"nj",
	"c",
	"k",
	"i",
	"u",
	"dzh",
};

static uint32_t lower(uint32_t c)
{
	if (c >= 'A' && c <= 'Z')
		return c + ('a' - 'A');
	if (c >= 0x410 && c <= 0x42f)
		return c + 0x20;
	if (c >= 0x400 && c <= 0x40f)
		return c + 0x50;
	return c;
}

/* Marks that stand on the letter before them, and signs nobody sees. */
static bool is_silent(uint32_t c)
{
	return (c >= 0x300 && c <= 0x36f) || c == 0xad || (c >= 0x200b && c <= 0x200d) ||
	       c == 0x2060 || c == 0xfeff;
}

/* й and ё may come as two code points; then the letter was written without its mark. */
static const char *with_mark(uint32_t letter, uint32_t mark)
{
	if (letter == 0x438 && mark == 0x306)
		return "y";
	return letter == 0x435 && mark == 0x308 ? "yo" : NULL;
}

struct slug {
	char *text;
	size_t len;
};

static void add(struct slug *slug, const char *s)
{
	if (*s == '-' && (slug->len == 0 || slug->text[slug->len - 1] == '-'))
		return;
	while (*s)
		slug->text[slug->len++] = *s++;
}

static void add_letter(struct slug *slug, uint32_t c)
{
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		add(slug, (char[]){(char)c, '\0'});
	else if (c >= 0xc0 && c <= 0x17f)
		add(slug, latin[c - 0xc0]);
	else if (c >= 0x430 && c <= 0x45f)
		add(slug, cyrillic[c - 0x430]);
	else if (c == 0x491) /* ґ */
		add(slug, "g");
	else
		add(slug, "-");
}

str slug_make(struct arena *arena, str text)
{
	/* щ, two bytes, becomes four: no letter grows more. */
	struct slug slug = {arena_alloc(arena, 2 * text.len + 1), 0};
	uint32_t last = 0; /* the letter before */
	for (size_t at = 0; at < text.len;) {
		if (ascii_is_letter(text.ptr[at])) {
			last = (uint32_t)text.ptr[at++] | 0x20;
			slug.text[slug.len++] = (char)last;
			continue;
		}
		uint32_t c = lower(utf8_next(text, &at));
		const char *marked = with_mark(last, c);
		if (marked) {
			slug.len--;
			add(&slug, marked);
		} else if (!is_silent(c)) {
			add_letter(&slug, c == 0x490 ? 0x491 : c);
		}
		last = c;
	}
	if (slug.len > 0 && slug.text[slug.len - 1] == '-')
		slug.len--;
	return str_n(slug.text, slug.len);
}
