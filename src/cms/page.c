#include "base/path.h"
#include "cms/cms.h"

/* The base64 of CMS_SCRIPT_HASH's bytes, as `integrity` wants it (W3C, Subresource
 * Integrity). */
#define INTEGRITY "sha256-fB79a2FrR4biea7vGU3SFkmnIFjTvI0feJAbV0YQ37g="

/* "https://forge/api/v1" -> "https://forge" */
static str origin_of(str url)
{
	size_t host = str_find(url, S("://"));
	if (host == STR_NONE)
		return S("");
	size_t len = str_find_char(str_from(url, host + 3), '/');
	return len == STR_NONE ? url : str_sub(url, 0, host + 3 + len);
}

/* Nothing that could end the attribute or the policy's list. */
static bool is_plain_origin(str origin)
{
	for (size_t i = 0; i < origin.len; i++)
		if ((unsigned char)origin.ptr[i] <= ' ' ||
			str_find_char(S("\"';,<>&"), origin.ptr[i]) != STR_NONE)
			return false;
	return str_starts(origin, S("http"));
}

static void add_origins(const struct build *build, struct buf *out)
{
	struct value cms = value_get(build->site.config.json, S("cms"), NULL);
	if (cms.kind != VALUE_MAP) {
		buf_adds(out, " http://localhost:8081");
		return;
	}
	for (size_t i = 0; i < cms.map->len; i++) {
		struct value value = cms.map->entries[i].value;
		str origin = value.kind == VALUE_STRING ? origin_of(value.string) : S("");
		if (origin.len && is_plain_origin(origin))
			buf_printf(out, " %.*s", STR_ARGS(origin));
	}
}

void cms_write_page(const struct build *build, struct buf *out)
{
	const struct language *language = &build->site.config.languages[0];
	buf_printf(out, "<!doctype html>\n<html lang=\"%.*s\">\n<meta charset=\"utf-8\">\n",
		STR_ARGS(language->tag));
	/* The CMS compiles its checks of configurations, and styles itself. */
	buf_adds(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		      "script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
		      "img-src 'self' blob: data:; font-src 'self' data:; base-uri 'none'; "
		      "form-action 'self'; connect-src 'self' blob:");
	add_origins(build, out);
	buf_adds(out, "\">\n<meta name=\"robots\" content=\"noindex\">\n"
		      "<meta name=\"referrer\" content=\"no-referrer\">\n"
		      "<meta name=\"viewport\" content=\"width=device-width\">\n"
		      "<title>tilts</title>\n<body>\n<script src=\"model.js\"></script>\n"
		      "<script src=\"decap-cms.js\" integrity=\"" INTEGRITY "\"></script>\n");
	for (size_t i = 0; i < cms_nassets; i++)
		buf_printf(out, "<script src=\"%.*s\"></script>\n", STR_ARGS(cms_asset(i).name));
}
