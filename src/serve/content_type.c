#include "serve/content_type.h"

#include "base/path.h"

static const struct row {
	str ext;
	const char *type;
} rows[] = {
	{STR_INIT("html"), CONTENT_TYPE_HTML},
	{STR_INIT("css"), "text/css; charset=utf-8"},
	{STR_INIT("js"), "text/javascript; charset=utf-8"},
	{STR_INIT("mjs"), "text/javascript; charset=utf-8"},
	{STR_INIT("txt"), "text/plain; charset=utf-8"},
	{STR_INIT("md"), "text/markdown; charset=utf-8"},
	{STR_INIT("csv"), "text/csv; charset=utf-8"},
	{STR_INIT("ics"), "text/calendar; charset=utf-8"},
	{STR_INIT("vcf"), "text/vcard; charset=utf-8"},
	{STR_INIT("xml"), "application/xml; charset=utf-8"},
	{STR_INIT("atom"), "application/atom+xml; charset=utf-8"},
	{STR_INIT("json"), "application/json; charset=utf-8"},
	{STR_INIT("jsonld"), "application/ld+json; charset=utf-8"},
	{STR_INIT("geojson"), "application/geo+json; charset=utf-8"},
	{STR_INIT("webmanifest"), "application/manifest+json; charset=utf-8"},
	{STR_INIT("svg"), "image/svg+xml; charset=utf-8"},
	{STR_INIT("png"), "image/png"},
	{STR_INIT("jpg"), "image/jpeg"},
	{STR_INIT("jpeg"), "image/jpeg"},
	{STR_INIT("gif"), "image/gif"},
	{STR_INIT("webp"), "image/webp"},
	{STR_INIT("avif"), "image/avif"},
	{STR_INIT("ico"), "image/x-icon"},
	{STR_INIT("woff2"), "font/woff2"},
	{STR_INIT("pdf"), "application/pdf"},
	{STR_INIT("docx"),
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	{STR_INIT("xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	{STR_INIT("pptx"),
		"application/vnd.openxmlformats-officedocument.presentationml.presentation"},
	{STR_INIT("odt"), "application/vnd.oasis.opendocument.text"},
	{STR_INIT("ods"), "application/vnd.oasis.opendocument.spreadsheet"},
	{STR_INIT("odp"), "application/vnd.oasis.opendocument.presentation"},
	{STR_INIT("m4a"), "audio/mp4"},
	{STR_INIT("ogg"), "audio/ogg"},
	{STR_INIT("mp3"), "audio/mpeg"},
	{STR_INIT("mp4"), "video/mp4"},
	{STR_INIT("webm"), "video/webm"},
	{STR_INIT("vtt"), "text/vtt; charset=utf-8"},
};

const char *content_type(str path)
{
	str ext = path_ext(path);
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		if (str_eq_nocase(ext, rows[i].ext))
			return rows[i].type;
	return "application/octet-stream";
}

bool content_type_row(size_t index, str *ext, const char **type)
{
	if (index >= ARRAY_LEN(rows))
		return false;
	*ext = rows[index].ext;
	*type = rows[index].type;
	return true;
}
