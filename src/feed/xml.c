#include "feed/xml.h"

#include "locale/format.h"

/* Of U+FFFE and U+FFFF: XML 1.0 has all others that UTF-8 can hold (2.2 Char). */
static bool is_noncharacter(str text, size_t at)
{
	return str_starts(str_from(text, at), S("\xef\xbf\xbe")) ||
	       str_starts(str_from(text, at), S("\xef\xbf\xbf"));
}

void xml_add(struct buf *out, str text)
{
	size_t from = 0;
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];
		bool odd = c < 0x20 && c != '\t' && c != '\n';
		str entity = c == '&'   ? S("&amp;")
			     : c == '<' ? S("&lt;")
			     : c == '>' ? S("&gt;")
			     : c == '"' ? S("&quot;")
					: S("");
		size_t skip = is_noncharacter(text, i) ? 3 : 1;
		if (!entity.len && !odd && skip == 1)
			continue;
		buf_add(out, str_sub(text, from, i));
		buf_add(out, entity);
		from = i + skip;
		i = from - 1;
	}
	buf_add(out, str_from(text, from));
}

void xml_element(struct buf *out, const char *name, str text)
{
	buf_printf(out, "<%s>", name);
	xml_add(out, text);
	buf_printf(out, "</%s>\n", name);
}

void xml_time(struct buf *out, int64_t seconds)
{
	int64_t number = seconds / 86400 - (seconds % 86400 < 0);
	int64_t left = seconds - number * 86400;
	struct day day = day_of_number(number);
	buf_printf(out, "%04d-%02d-%02dT%02d:%02d:%02dZ", day.year, day.month, day.day,
		(int)(left / 3600), (int)(left / 60 % 60), (int)(left % 60));
}
