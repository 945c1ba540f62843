#include "value/format_meant.h"

#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"

#define NUMBERS_MAX 3

/* "31. 12. 2026." -> 31, 12, 2026. */
struct numbers {
	int64_t all[NUMBERS_MAX];
	size_t n;
};

/* Numbers with one of the signs `between` and blanks around them, and nothing else. */
static bool read_numbers(str text, const char *between, struct numbers *out)
{
	*out = (struct numbers){.n = 0};
	for (size_t i = 0; i < text.len;) {
		size_t len = 0;
		while (i + len < text.len && ascii_is_digit(text.ptr[i + len]))
			len++;
		if (len && (out->n == NUMBERS_MAX || len > 4 ||
				   !str_to_int(str_sub(text, i, i + len), &out->all[out->n++])))
			return false;
		if (!len && text.ptr[i] != ' ' && text.ptr[i] != between[0])
			return false;
		i += len ? len : 1;
	}
	return out->n == NUMBERS_MAX;
}

/* Day and month are told apart by the year's place; "12/31/2026" has another order elsewhere. */
static str meant_date(str text, struct arena *arena)
{
	static const char *const signs[] = {".", "/", "-"};
	struct numbers n;
	for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
		if (!read_numbers(text, signs[i], &n))
			continue;
		if (n.all[0] > 31)
			return arena_printf(arena, "%04d-%02d-%02d", (int)n.all[0], (int)n.all[1],
				(int)n.all[2]);
		bool certain = signs[i][0] == '.' || n.all[0] > 12;
		if (certain && n.all[2] > 31)
			return arena_printf(arena, "%04d-%02d-%02d", (int)n.all[2], (int)n.all[1],
				(int)n.all[0]);
	}
	return S("");
}

static str meant_phone(str text, struct arena *arena)
{
	struct buf out;
	buf_init(&out);
	if (str_starts(text, S("00")))
		buf_add_char(&out, '+');
	for (size_t i = str_starts(text, S("00")) ? 2 : 0; i < text.len; i++) {
		char c = text.ptr[i];
		bool parts = c != '\0' && strchr(" .-/()", c);
		bool begun = out.len && out.data[out.len - 1] != ' ';
		if (!parts)
			buf_add_char(&out, c);
		else if (begun && i + 1 < text.len)
			buf_add_char(&out, ' ');
	}
	str phone = arena_str(arena, str_trim(buf_str(&out)));
	buf_release(&out);
	return phone;
}

/* Blanks come along from a line, a comma stands beside the dot. */
static str meant_email(str text, struct arena *arena)
{
	struct buf out;
	buf_init(&out);
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] != ' ')
			buf_add_char(&out, (char)(text.ptr[i] == ',' ? '.' : text.ptr[i]));
	str mail = buf_str(&out);
	mail = arena_str(
		arena, str_starts(mail, S("mailto:")) ? str_from(mail, strlen("mailto:")) : mail);
	buf_release(&out);
	return mail;
}

static str meant_address(str text, struct arena *arena)
{
	text = str_trim(text);
	return str_starts(text, S("www.")) ? arena_join(arena, S("https://"), text, S("")) : text;
}

str format_meant(enum format format, str text, struct arena *arena)
{
	str meant = format == FORMAT_DATE    ? meant_date(text, arena)
		    : format == FORMAT_TEL   ? meant_phone(text, arena)
		    : format == FORMAT_EMAIL ? meant_email(text, arena)
		    : format == FORMAT_URI   ? meant_address(text, arena)
					     : S("");
	return meant.len && format_accepts(format, meant) ? meant : S("");
}
