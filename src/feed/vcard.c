#include "feed/vcard.h"

#include "base/hash.h"
#include "base/phone.h"
#include "feed/content_line.h"
#include "feed/xml.h"

static const char *const kinds[] = {"organizations", "locations", "helplines"};

struct card {
	struct reader reader;
	const struct record *record;
	struct content_line line;
	unsigned items; /* labelled groups: item1, item2 … */
};

/* A group ties the number to its label, which phones show as its name. */
static void add_labelled(struct card *card, const char *name, str value, str label)
{
	if (!label.len) {
		content_line_raw(&card->line, name, value);
		return;
	}
	card->items++;
	buf_printf(&card->line.text, "item%u.%s:%.*s", card->items, name, STR_ARGS(value));
	content_line_end(&card->line);
	buf_printf(&card->line.text, "item%u.X-ABLabel:", card->items);
	content_line_add_text(&card->line.text, label);
	content_line_end(&card->line);
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
		content_line_raw(
			&card->line, tel_type(S("")), phone_dialled(number, card->reader.arena));
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
	buf_printf(&card->line.text, "ADR;TYPE=%s:", postal ? "POSTAL" : "WORK");
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		buf_add_char(&card->line.text, ';');
		content_line_add_text(&card->line.text, value_get_str(address, str_of(parts[i])));
	}
	content_line_end(&card->line);
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
	content_line_raw(&card->line, "GEO",
		arena_printf(card->reader.arena, "%.6f;%.6f", latitude, longitude));
}

static void add_links(struct card *card)
{
	struct value json = record_facts(card->record)->json;
	str website = value_get_str(json, S("website"));
	str url = website.len ? website : value_get_str(json, S("url"));
	content_line_raw(&card->line, "EMAIL;TYPE=INTERNET", value_get_str(json, S("email")));
	content_line_raw(
		&card->line, "URL", url.len ? url : reader_page_url(&card->reader, card->record));
	content_line_raw(&card->line, "SOURCE",
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
	content_line_text(&card->line, "NOTE", buf_str(&note));
	buf_release(&note);
}

static void add_revision(struct card *card)
{
	struct buf time;
	buf_init(&time);
	xml_time(&time, record_changed(card->record));
	content_line_raw(&card->line, "REV", buf_str(&time));
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
	content_line_text(&card->line, "FN", title);
	buf_adds(&card->line.text, "N:");
	content_line_add_text(&card->line.text, of ? title : S(""));
	buf_adds(&card->line.text, ";;;;");
	content_line_end(&card->line);
	content_line_text(&card->line, "ORG", of ? reader_title(&card->reader, of) : title);
}

static void add_card(struct card *card)
{
	struct arena *arena = card->reader.arena;
	str name = arena_join(arena, card->record->kind->name, S("/"), card->record->id);
	content_line_raw(&card->line, "BEGIN", S("VCARD"));
	content_line_raw(&card->line, "VERSION", S("3.0"));
	add_names(card);
	add_phones(card);
	add_addresses(card);
	add_geo(card);
	add_links(card);
	add_note(card);
	content_line_raw(&card->line, "UID",
		arena_join(arena, S("urn:uuid:"), hash_uuid5(arena, name), S("")));
	add_revision(card);
	content_line_raw(&card->line, "END", S("VCARD"));
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
	struct card card = {.reader = {site, &site->config.languages[0], arena}, .record = record};
	str path = companion_card(card.record, arena);
	if (!path.len)
		return path;
	content_line_init(&card.line, out);
	add_card(&card);
	content_line_release(&card.line);
	return path;
}
