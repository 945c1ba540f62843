#include "feed/vcard.h"

#include "base/hash.h"
#include "base/phone.h"
#include "feed/xml.h"

/* Octets of a line without its end; those of continued lines count their space. */
#define LINE_MAX_OCTETS 75

static const char *const kinds[] = {"organizations", "locations", "helplines"};

struct card {
	struct reader reader;
	const struct record *record;
	struct buf *out;
	struct buf line;
	unsigned items; /* labelled groups: item1, item2 … */
};

static bool is_continuation(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* Between two characters, and beside no space where that can be had: who reads cards with
 * vcard-parser 1.0.0 loses it there (findings/vcard-parser-folds.sh). */
static size_t cut_of(str line, size_t room)
{
	size_t cut = room;
	while (cut > 1 && is_continuation(line.ptr[cut]))
		cut--;
	for (size_t at = cut; at > 1; at--)
		if (!is_continuation(line.ptr[at]) && line.ptr[at] != ' ' &&
			line.ptr[at - 1] != ' ')
			return at;
	return cut;
}

void vcard_add_line(struct buf *out, str line)
{
	size_t room = LINE_MAX_OCTETS;
	while (line.len > room) {
		size_t cut = cut_of(line, room);
		buf_add(out, str_sub(line, 0, cut));
		buf_adds(out, "\r\n ");
		line = str_from(line, cut);
		room = LINE_MAX_OCTETS - 1;
	}
	buf_add(out, line);
	buf_adds(out, "\r\n");
}

void vcard_add_text(struct buf *line, str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (c == '\\' || c == ',' || c == ';')
			buf_add_char(line, '\\');
		if (c == '\n')
			buf_adds(line, "\\n");
		else if (c == '\t')
			buf_add_char(line, ' ');
		else if ((unsigned char)c >= 0x20 && c != 0x7f)
			buf_add_char(line, c);
	}
}

/* --- content lines ------------------------------------------------------------------ */

static void end_line(struct card *card)
{
	vcard_add_line(card->out, buf_str(&card->line));
	buf_clear(&card->line);
}

static void add_text(struct card *card, const char *name, str text)
{
	if (!text.len)
		return;
	buf_printf(&card->line, "%s:", name);
	vcard_add_text(&card->line, text);
	end_line(card);
}

/* URIs, times and numbers are not escaped. */
static void add_raw(struct card *card, const char *name, str value)
{
	if (!value.len)
		return;
	buf_printf(&card->line, "%s:%.*s", name, STR_ARGS(value));
	end_line(card);
}

/* A group ties the number to its label, which phones show as its name. */
static void add_labelled(struct card *card, const char *name, str value, str label)
{
	if (!label.len) {
		add_raw(card, name, value);
		return;
	}
	card->items++;
	buf_printf(&card->line, "item%u.%s:%.*s", card->items, name, STR_ARGS(value));
	end_line(card);
	buf_printf(&card->line, "item%u.X-ABLabel:", card->items);
	vcard_add_text(&card->line, label);
	end_line(card);
}

/* --- properties --------------------------------------------------------------------- */

static const char *tel_type(str type)
{
	return str_eq(type, S("fax"))    ? "TEL;TYPE=WORK,FAX"
	       : str_eq(type, S("cell")) ? "TEL;TYPE=WORK,CELL"
	       : str_eq(type, S("text")) ? "TEL;TYPE=WORK,MSG"
					 : "TEL;TYPE=WORK,VOICE";
}

static void add_phones(struct card *card)
{
	struct value json = record_facts(card->record)->json;
	struct value phones = value_get(json, S("phones"), NULL);
	str number = value_get_str(json, S("number"));
	if (number.len)
		add_raw(card, tel_type(S("")), phone_dialled(number, card->reader.arena));
	for (size_t i = 0; phones.kind == VALUE_LIST && i < phones.list->len; i++) {
		struct value phone = phones.list->items[i];
		add_labelled(card, tel_type(value_get_str(phone, S("type"))),
			phone_dialled(value_get_str(phone, S("number")), card->reader.arena),
			reader_text(&card->reader, phone, "task"));
	}
}

/* Post office box; extended address; street; city; region; code; country. */
static void add_address(struct card *card, struct value address)
{
	static const char *const parts[] = {
		"address_2", "address_1", "city", "state_province", "postal_code", "country"};
	bool postal = str_eq(value_get_str(address, S("address_type")), S("postal"));
	buf_printf(&card->line, "ADR;TYPE=%s:", postal ? "POSTAL" : "WORK");
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		buf_add_char(&card->line, ';');
		vcard_add_text(&card->line, value_get_str(address, str_of(parts[i])));
	}
	end_line(card);
}

static void add_addresses(struct card *card)
{
	struct value addresses = value_get(record_facts(card->record)->json, S("addresses"), NULL);
	for (size_t i = 0; addresses.kind == VALUE_LIST && i < addresses.list->len; i++)
		add_address(card, addresses.list->items[i]);
}

static void add_geo(struct card *card)
{
	double latitude, longitude;
	if (!record_position(record_facts(card->record)->json, &latitude, &longitude))
		return;
	add_raw(card, "GEO", arena_printf(card->reader.arena, "%.6f;%.6f", latitude, longitude));
}

static void add_links(struct card *card)
{
	struct value json = record_facts(card->record)->json;
	str website = value_get_str(json, S("website"));
	str url = website.len ? website : value_get_str(json, S("url"));
	add_raw(card, "EMAIL;TYPE=INTERNET", value_get_str(json, S("email")));
	add_raw(card, "URL", url.len ? url : reader_page_url(&card->reader, card->record));
	add_raw(card, "SOURCE",
		reader_file_url(&card->reader, companion_card(card->record, card->reader.arena)));
}

/* What it is, when it answers, what it costs, and how fresh all that is. */
static void add_note(struct card *card)
{
	static const char *const texts[] = {"description", "hours", "price", "note"};
	struct value json = record_facts(card->record)->json;
	str checked = value_get_str(json, S("checked_on"));
	struct buf note;
	buf_init(&note);
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		str text = reader_text(&card->reader, json, texts[i]);
		if (text.len)
			buf_printf(&note, "%s%.*s", note.len ? "\n" : "", STR_ARGS(text));
	}
	if (checked.len)
		buf_printf(&note, "%s%.*s: %.*s", note.len ? "\n" : "",
			STR_ARGS(reader_word(&card->reader, S("checked"))),
			STR_ARGS(reader_date(&card->reader, checked)));
	add_text(card, "NOTE", buf_str(&note));
	buf_release(&note);
}

static void add_revision(struct card *card)
{
	struct buf time;
	buf_init(&time);
	xml_time(&time, record_changed(card->record));
	add_raw(card, "REV", buf_str(&time));
	buf_release(&time);
}

/* Phones that don't read FN show N, and without it ORG: a place would stand in
 * the list of contacts under the name of who runs it. */
static void add_names(struct card *card)
{
	const struct record *record = card->record;
	const struct record *of = reader_reference(
		&card->reader, record_facts(record)->json, "organization", "organizations");
	str title = reader_title(&card->reader, record);
	add_text(card, "FN", title);
	buf_adds(&card->line, "N:");
	vcard_add_text(&card->line, of ? title : S(""));
	buf_adds(&card->line, ";;;;");
	end_line(card);
	add_text(card, "ORG", of ? reader_title(&card->reader, of) : title);
}

static void add_card(struct card *card)
{
	struct arena *arena = card->reader.arena;
	str name = arena_join(arena, card->record->kind->name, S("/"), card->record->id);
	add_raw(card, "BEGIN", S("VCARD"));
	add_raw(card, "VERSION", S("3.0"));
	add_names(card);
	add_phones(card);
	add_addresses(card);
	add_geo(card);
	add_links(card);
	add_note(card);
	add_raw(card, "UID", arena_join(arena, S("urn:uuid:"), hash_uuid5(arena, name), S("")));
	add_revision(card);
	add_raw(card, "END", S("VCARD"));
}

size_t vcard_files(const struct site *site)
{
	size_t n = 0;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		n += site_count(site, kinds[i]);
	return n;
}

static const struct record *pick(const struct site *site, size_t index)
{
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		const struct kind *kind = site_kind(site, str_of(kinds[i]));
		size_t n = kind ? kind->nrecords : 0;
		if (index < n)
			return kind->records[index];
		index -= n;
	}
	BUG("a card without a record");
}

str vcard_write(const struct site *site, size_t index, struct arena *arena, struct buf *out)
{
	return vcard_write_record(site, pick(site, index), arena, out);
}

str vcard_write_record(
	const struct site *site, const struct record *record, struct arena *arena, struct buf *out)
{
	struct card card = {.reader = {site, &site->config.languages[0], arena}, .out = out};
	card.record = record;
	str path = companion_card(card.record, arena);
	if (!path.len)
		return path;
	buf_init(&card.line);
	add_card(&card);
	buf_release(&card.line);
	return path;
}
