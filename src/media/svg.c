#include "media/svg.h"

#include <expat.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "media/svg_names.h"

/* Told of one file. */
#define FAULTS_MAX 5

/* Of an address: pictures stand in some, whole. */
#define SHOWN_MAX 60

/* Between a namespace's URI and a name: no URI holds it. */
#define PARTED ' '

struct reader {
	XML_Parser expat;
	str bytes;
	uint32_t source;
	struct diags *diags;
	unsigned nfaults;
	size_t depth;
	size_t style_depth; /* of the <style> that is open; 0: none */
	struct buf style;
};

/* The piece of XML that is being read; an error has no length of its own. */
static struct span place(const struct reader *reader)
{
	XML_Index at = XML_GetCurrentByteIndex(reader->expat);
	int len = XML_GetCurrentByteCount(reader->expat);
	size_t from = at > 0 ? (size_t)at : 0, to = from + (len > 0 ? (size_t)len : 1);
	size_t end = reader->bytes.len;
	return span_of(reader->source, from < end ? from : end, to < end ? to : end);
}

/* Counts a fault. True when there is room for one more message. */
static bool fault(struct reader *reader)
{
	return reader->nfaults++ < FAULTS_MAX;
}

/* "uri name" -> both; no URI: "". */
static void part(const char *expat_name, str *uri, str *name)
{
	str whole = str_of(expat_name);
	size_t at = str_rfind_char(whole, PARTED);
	*uri = at == STR_NONE ? S("") : str_sub(whole, 0, at);
	*name = at == STR_NONE ? whole : str_from(whole, at + 1);
}

/* --- values ----------------------------------------------------------------------------- */

static bool holds(str text, str word)
{
	for (size_t i = 0; i + word.len <= text.len; i++)
		if (str_eq_nocase(str_sub(text, i, i + word.len), word))
			return true;
	return false;
}

/* url(#part) of this drawing and nothing else. */
static bool has_far_url(str css)
{
	for (size_t i = 0; i + 4 <= css.len; i++) {
		if (!str_eq_nocase(str_sub(css, i, i + 4), S("url(")))
			continue;
		str address = str_trim(str_from(css, i + 4));
		if (str_starts(address, S("\"")) || str_starts(address, S("'")))
			address = str_from(address, 1);
		if (!str_starts(address, S("#")))
			return true;
	}
	return false;
}

/* Everything by which CSS loads, or hides that it does (CSS Syntax 3: escapes). */
static bool loads(str css)
{
	static const str words[] = {STR_INIT("\\"), STR_INIT("@import"), STR_INIT("image("),
		STR_INIT("image-set("), STR_INIT("cross-fade("), STR_INIT("src("),
		STR_INIT("expression("), STR_INIT("-moz-binding"), STR_INIT("behavior:"),
		STR_INIT("javascript:"), STR_INIT("@namespace"), STR_INIT("@font-face")};
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (holds(css, words[i]))
			return true;
	return has_far_url(css);
}

static bool is_data_picture(str address)
{
	static const str forms[] = {STR_INIT("data:image/png;base64,"),
		STR_INIT("data:image/jpeg;base64,"), STR_INIT("data:image/webp;base64,"),
		STR_INIT("data:image/gif;base64,")};
	for (size_t i = 0; i < ARRAY_LEN(forms); i++)
		if (str_starts(address, forms[i]))
			return true;
	return false;
}

/* What people follow themselves. */
static bool is_link(str address)
{
	static const str schemes[] = {STR_INIT("https://"), STR_INIT("http://"),
		STR_INIT("mailto:"), STR_INIT("tel:"), STR_INIT("#")};
	for (size_t i = 0; i < ARRAY_LEN(schemes); i++)
		if (str_starts(address, schemes[i]))
			return true;
	return false;
}

static bool is_good_address(str element, str address)
{
	if (str_eq(element, S("a")))
		return is_link(address);
	if (str_eq(element, S("image")))
		return is_data_picture(address);
	return str_starts(address, S("#"));
}

/* --- elements and attributes -------------------------------------------------------------- */

static void check_address(struct reader *reader, str element, str address)
{
	if (is_good_address(element, address) || !fault(reader))
		return;
	diag_add(reader->diags, DIAG_MEDIA_SVG, place(reader), "'%.*s' leads out of this drawing",
		STR_ARGS(str_sub(address, 0, SHOWN_MAX)));
	if (str_eq(element, S("image")))
		diag_note(reader->diags, SPAN_NONE,
			"embed the picture: in Inkscape Extensions, Images, Embed");
	else
		diag_note(reader->diags, SPAN_NONE,
			"within a drawing '#name' is possible, and https: in <a>");
}

static void check_style(struct reader *reader, str name, str value)
{
	if (!loads(value) || !fault(reader))
		return;
	diag_add(reader->diags, DIAG_MEDIA_SVG, place(reader),
		"'%.*s' makes the browser load something", STR_ARGS(name));
	diag_note(reader->diags, SPAN_NONE, "within a drawing url(#name) is possible");
}

static void refuse_attribute(struct reader *reader, str name)
{
	if (!fault(reader))
		return;
	diag_add(reader->diags, DIAG_MEDIA_SVG, place(reader), "the attribute '%.*s' does not draw",
		STR_ARGS(name));
	diag_note(reader->diags, SPAN_NONE,
		"take it out; a plain or optimized SVG has none of these");
}

/* What stands on an element that is only a note has no meaning to a browser. */
static void check_attribute(
	struct reader *reader, str element, bool drawn, const char *name, str value)
{
	str uri, local;
	part(name, &uri, &local);
	if (svg_is_inert(uri) || (!drawn && !uri.len))
		return;
	if (!svg_has_attribute(uri, local))
		refuse_attribute(reader, local);
	else if (str_eq(local, S("href")))
		check_address(reader, element, value);
	else if (svg_is_style(local))
		check_style(reader, local, value);
}

static void refuse_root(struct reader *reader, str name)
{
	if (!fault(reader))
		return;
	diag_add(reader->diags, DIAG_MEDIA_SVG, place(reader), "<%.*s> is no drawing of SVG",
		STR_ARGS(name));
	diag_note(reader->diags, SPAN_NONE,
		"it begins with <svg xmlns=\"http://www.w3.org/2000/svg\">");
}

static void refuse_element(struct reader *reader, str name)
{
	if (!fault(reader))
		return;
	diag_add(reader->diags, DIAG_MEDIA_SVG, place(reader), "<%.*s> does not draw",
		STR_ARGS(name));
	diag_note(reader->diags, SPAN_NONE,
		"save it as plain or optimized SVG, without scripts, animations and pages in it");
}

static void check_element(struct reader *reader, str uri, str name, bool drawn)
{
	if (reader->depth == 1 && !(drawn && str_eq(name, S("svg"))))
		refuse_root(reader, name);
	else if (!drawn && !svg_is_inert(uri))
		refuse_element(reader, name);
}

static void begin_element(void *ctx, const char *name, const char **attributes)
{
	struct reader *reader = ctx;
	str uri, local;
	part(name, &uri, &local);
	bool drawn = svg_has_element(uri, local);
	reader->depth++;
	check_element(reader, uri, local, drawn);
	if (drawn && str_eq(local, S("style")) && !reader->style_depth)
		reader->style_depth = reader->depth;
	for (; *attributes; attributes += 2)
		check_attribute(reader, local, drawn, attributes[0], str_of(attributes[1]));
}

static void end_element(void *ctx, const char *name)
{
	struct reader *reader = ctx;
	UNUSED(name);
	if (reader->depth-- != reader->style_depth)
		return;
	check_style(reader, S("style"), buf_str(&reader->style));
	buf_clear(&reader->style);
	reader->style_depth = 0;
}

static void take_text(void *ctx, const char *text, int len)
{
	struct reader *reader = ctx;
	if (reader->style_depth)
		buf_add(&reader->style, str_n(text, (size_t)len));
}

/* --- what stands around them ---------------------------------------------------------------- */

/* expat has read its beginning when it tells of it. */
static struct span doctype_place(const struct reader *reader)
{
	str before = str_sub(reader->bytes, 0, place(reader).start);
	size_t at = before.len;
	for (size_t from = 0, next;
		(next = str_find(str_from(before, from), S("<!DOCTYPE"))) != STR_NONE;
		from = at + 1)
		at = from + next;
	return span_of(reader->source, at, place(reader).end);
}

static void refuse_doctype(
	void *ctx, const char *name, const char *system, const char *public, int has_own)
{
	struct reader *reader = ctx;
	UNUSED(system), UNUSED(public), UNUSED(has_own);
	reader->nfaults++;
	diag_add(reader->diags, DIAG_MEDIA_SVG, doctype_place(reader),
		"a drawing has no <!DOCTYPE %s>", name);
	diag_note(reader->diags, SPAN_NONE, "take out everything from '<!DOCTYPE' to its '>'");
	XML_StopParser(reader->expat, XML_FALSE);
}

static void refuse_instruction(void *ctx, const char *target, const char *data)
{
	struct reader *reader = ctx;
	UNUSED(data);
	if (!fault(reader))
		return;
	diag_add(reader->diags, DIAG_MEDIA_SVG, place(reader), "<?%s does not draw", target);
	diag_note(reader->diags, SPAN_NONE, "take it out, from '<?' to '?>'");
}

static void check_encoding(void *ctx, const char *version, const char *encoding, int standalone)
{
	struct reader *reader = ctx;
	UNUSED(version), UNUSED(standalone);
	if (!encoding || str_eq_nocase(str_of(encoding), S("utf-8")) || !fault(reader))
		return;
	diag_add(reader->diags, DIAG_MEDIA_SVG, place(reader),
		"the drawing says that its encoding is '%s'", encoding);
	diag_note(reader->diags, SPAN_NONE, "save it as UTF-8");
}

static bool is_utf8(str bytes, uint32_t source, struct diags *diags)
{
	size_t wrong = utf8_invalid_at(bytes);
	if (wrong == STR_NONE)
		return true;
	diag_add(
		diags, DIAG_MEDIA_SVG, span_of(source, wrong, wrong + 1), "this byte is not UTF-8");
	diag_note(diags, SPAN_NONE, "save the drawing as UTF-8");
	return false;
}

static bool parse_all(XML_Parser expat, str bytes)
{
	enum { PIECE = 1 << 20 }; /* expat counts in int */
	bool last;
	do {
		str piece = str_sub(bytes, 0, PIECE);
		bytes = str_from(bytes, piece.len);
		last = !bytes.len;
		if (XML_Parse(expat, piece.ptr, (int)piece.len, last) != XML_STATUS_OK)
			return false;
	} while (!last);
	return true;
}

static void parse(struct reader *reader, str bytes)
{
	XML_SetUserData(reader->expat, reader);
	XML_SetElementHandler(reader->expat, begin_element, end_element);
	XML_SetCharacterDataHandler(reader->expat, take_text);
	XML_SetStartDoctypeDeclHandler(reader->expat, refuse_doctype);
	XML_SetProcessingInstructionHandler(reader->expat, refuse_instruction);
	XML_SetXmlDeclHandler(reader->expat, check_encoding);
	if (parse_all(reader->expat, bytes))
		return;
	enum XML_Error error = XML_GetErrorCode(reader->expat);
	if (error == XML_ERROR_ABORTED || !fault(reader))
		return;
	diag_add(reader->diags, DIAG_MEDIA_SVG, place(reader), "not XML: %s",
		XML_ErrorString(error));
	diag_note(reader->diags, SPAN_NONE, "save it again from the program that draws it");
}

bool svg_check(str bytes, uint32_t source, struct diags *diags)
{
	static const XML_Memory_Handling_Suite memory = {xmalloc, xrealloc, free};
	struct reader reader = {.bytes = bytes, .source = source, .diags = diags};
	if (!is_utf8(bytes, source, diags))
		return false;
	reader.expat = XML_ParserCreate_MM("UTF-8", &memory, (char[]){PARTED, '\0'});
	buf_init(&reader.style);
	parse(&reader, bytes);
	buf_release(&reader.style);
	XML_ParserFree(reader.expat);
	return reader.nfaults == 0;
}
