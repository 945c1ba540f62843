#include "media/office.h"

#include <expat.h>

#include "base/base.h"
#include "media/unzip.h"

/* [Content_Types].xml of a book with a thousand sheets is a tenth of this. */
enum { TYPES_MAX = 1 << 20 };

struct archive {
	struct unzip unzip;
	zip_t *zip;
};

static enum office_state broken(int code)
{
	if (code == ZIP_ER_MEMORY)
		die("out of memory (for an archive)");
	return OFFICE_BROKEN;
}

static enum office_state failed(const struct archive *archive)
{
	const struct unzip *unzip = &archive->unzip;
	return broken(unzip->error_code_zip(unzip->get_error(archive->zip)));
}

/* --- what the types of parts say: Word, Excel, PowerPoint ------------------------------- */

/* ECMA-376, part 2, 6.2.3: a part may have any name; what it is, its type says. */
static void see_type(void *ctx, const XML_Char *element, const XML_Char **attributes)
{
	enum office_state *state = ctx;
	UNUSED(element);
	for (; *attributes; attributes += 2)
		if (strcmp(attributes[0], "ContentType") == 0 &&
			(strcasestr(attributes[1], "macroEnabled") ||
				strcasestr(attributes[1], "vbaProject")))
			*state = OFFICE_MACROS;
}

static enum office_state read_types(const char *xml, size_t len)
{
	static const XML_Memory_Handling_Suite memory = {xmalloc, xrealloc, free};
	enum office_state state = OFFICE_PLAIN;
	XML_Parser expat = XML_ParserCreate_MM(NULL, &memory, NULL);
	XML_SetUserData(expat, &state);
	XML_SetStartElementHandler(expat, see_type);
	if (XML_Parse(expat, xml, (int)len, true) != XML_STATUS_OK)
		state = OFFICE_BROKEN;
	XML_ParserFree(expat);
	return state;
}

static enum office_state see_types(const struct archive *archive, zip_uint64_t index)
{
	zip_file_t *file = archive->unzip.fopen_index(archive->zip, index, 0);
	if (!file)
		return failed(archive);
	char *xml = xmalloc(TYPES_MAX);
	zip_int64_t n = archive->unzip.fread(file, xml, TYPES_MAX);
	enum office_state state =
		n >= 0 && n < TYPES_MAX ? read_types(xml, (size_t)n) : OFFICE_BROKEN;
	free(xml);
	archive->unzip.fclose(file);
	return state;
}

/* --- what the names say ----------------------------------------------------------------- */

/* OpenDocument keeps Basic in Basic/LIBRARY/MODULE.xml, beside lists of both, and other
 * languages in Scripts/. */
static bool is_macro(str name)
{
	str list = str_from(name, str_rfind_char(name, '/') + 1);
	if (str_ends(name, S("/")))
		return false;
	if (str_starts(name, S("Basic/")))
		return !str_starts(list, S("script-l"));
	return str_starts(name, S("Scripts/")) ||
	       (name.len >= 14 &&
		       str_eq_nocase(str_from(name, name.len - 14), S("vbaProject.bin")));
}

static enum office_state see_names(const struct archive *archive)
{
	zip_int64_t n = archive->unzip.get_num_entries(archive->zip, 0);
	for (zip_int64_t i = 0; i < n; i++) {
		const char *name =
			archive->unzip.get_name(archive->zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW);
		if (!name)
			return failed(archive);
		if (is_macro(str_of(name)))
			return OFFICE_MACROS;
	}
	return n > 0 ? OFFICE_PLAIN : OFFICE_BROKEN;
}

/* OpenDocument has no types of parts, and says first what it is (part 2, 3.3); so can others. */
static enum office_state see_archive(const struct archive *archive)
{
	const struct unzip *unzip = &archive->unzip;
	enum office_state state = see_names(archive);
	if (state != OFFICE_PLAIN)
		return state;
	zip_int64_t types = unzip->name_locate(archive->zip, "[Content_Types].xml", ZIP_FL_NOCASE);
	if (types >= 0)
		return see_types(archive, (zip_uint64_t)types);
	return unzip->name_locate(archive->zip, "mimetype", 0) == 0 ? OFFICE_PLAIN : OFFICE_BROKEN;
}

/* --- the file --------------------------------------------------------------------------- */

static enum office_state read_archive(str bytes)
{
	struct archive archive = {unzip_load(), NULL};
	const struct unzip *unzip = &archive.unzip;
	zip_error_t error;
	unzip->error_init(&error);
	zip_source_t *source = unzip->source_buffer_create(bytes.ptr, bytes.len, 0, &error);
	if (source)
		archive.zip = unzip->open_from_source(source, ZIP_RDONLY, &error);
	int code = unzip->error_code_zip(&error);
	unzip->error_fini(&error);
	if (!archive.zip) {
		unzip->source_free(source);
		return broken(code);
	}
	enum office_state state = see_archive(&archive);
	unzip->discard(archive.zip);
	return state;
}

/* [MS-CFB], 2.6.1: names are UTF-16; [MS-OVBA], 2.3.4.1: every project has one of this name. */
static bool has_project(str bytes)
{
	return str_find(bytes, S("_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0")) != STR_NONE;
}

/*
 * [MS-PPT], 2.4.10 and 2.4.11: PowerPoint packs the project itself, and says in a record of its own
 * whether there is anything in it. A file that was saved often has several of these.
 */
static bool has_packed_project(str bytes)
{
	const str record = S("\x1f\0\xff\x03\x14\0\0\0\x02\0\0\x04\x0c\0\0\0");
	for (size_t at; (at = str_find(bytes, record)) != STR_NONE;) {
		bytes = str_from(bytes, at + record.len);
		if (!str_eq(str_sub(bytes, 4, 8), S("\0\0\0\0")))
			return true;
	}
	return false;
}

enum office_state office_read(str bytes)
{
	if (str_starts(bytes, S("PK")))
		return read_archive(bytes);
	return has_project(bytes) || has_packed_project(bytes) ? OFFICE_MACROS : OFFICE_PLAIN;
}
