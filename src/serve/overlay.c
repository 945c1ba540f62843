#include "serve/overlay.h"

#include "base/messages.h"
#include "serve/allow.h"
#include "template/escape.h"

/* How much of a report a page shows; a mistake in a template may be on all pages. */
enum { PANEL_MAX = 64 << 10 };

/* Hidden tabs let go of their connection: a browser has only six for a server. */
str overlay_script(void)
{
	return S("(() => {\n"
		 "	const address = '" OVERLAY_EVENTS "?since=' +\n"
		 "		document.currentScript.dataset.version;\n"
		 "	let events;\n"
		 "	const listen = () => {\n"
		 "		events?.close();\n"
		 "		events = undefined;\n"
		 "		if (document.hidden)\n"
		 "			return;\n"
		 "		events = new EventSource(address);\n"
		 "		events.onmessage = () => location.reload();\n"
		 "	};\n"
		 "	document.addEventListener('visibilitychange', listen);\n"
		 "	listen();\n"
		 "})();\n");
}

str overlay_style(void)
{
	return S(".tilts-panel, .tilts-remarks {\n"
		 "	all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647;\n"
		 "	max-height: 70vh; overflow: auto; padding: 1rem 1.25rem;\n"
		 "	background: #1d1417; color: #fbf3f3; border-top: 4px solid #ff7b72;\n"
		 "	font: 15px/1.5 ui-monospace, 'DejaVu Sans Mono', Consolas, monospace;\n"
		 "}\n"
		 ".tilts-panel summary, .tilts-remarks summary { font-weight: bold; cursor: "
		 "pointer }\n"
		 ".tilts-panel pre, .tilts-remarks pre { margin: 1rem 0 0; font: inherit; "
		 "tab-size: 8;\n"
		 "	white-space: pre-wrap; overflow-wrap: anywhere }\n"
		 ".tilts-panel b { display: inline-block; margin-top: .75em; color: #ffb3ad }\n"
		 ".tilts-warnings { margin-top: 1.25rem; border-top: 1px solid #6b5a2e }\n"
		 ".tilts-panel .tilts-warnings summary { margin-top: .75rem; color: #f2cc60 }\n"
		 ".tilts-panel .tilts-warnings b { color: #f2cc60 }\n"
		 ".tilts-remarks { padding: .5rem 1.25rem; border-top-color: #f2cc60 }\n"
		 ".tilts-remarks:not([open]) { left: auto }\n"
		 ".tilts-remarks b { display: inline-block; margin-top: .75em; color: #f2cc60 }\n"
		 ".tilts-alone { margin: 0; padding: 2rem; background: #fff; color: #1b1b1b;\n"
		 "	font: 1.1rem/1.5 system-ui, sans-serif }\n"
		 ".tilts-alone .tilts-panel { position: static; display: block; max-height: none;\n"
		 "	margin: 2rem -2rem -2rem }\n"
		 "@media print { .tilts-panel, .tilts-remarks { display: none } }\n");
}

/* A line that begins with a place or "error:" is a message; quoted lines and
 * notes are indented. */
static void add_report(struct buf *out, str report)
{
	str line;
	buf_adds(out, "<pre>");
	for (str rest = str_trim(report); str_cut(&rest, '\n', &line);) {
		if (out->len > PANEL_MAX) {
			buf_printf(out, "<b>%s</b>\n", _("… the terminal shows the rest"));
			break;
		}
		bool message = line.len && line.ptr[0] != ' ';
		buf_add(out, message ? S("<b>") : S(""));
		escape_html(out, line);
		buf_add(out, message ? S("</b>\n") : S("\n"));
	}
	buf_adds(out, "</pre>");
}

void overlay_panel(struct buf *out, str errors, str warnings)
{
	buf_printf(out, "<details class=\"tilts-panel\" role=\"alert\" open><summary>%s</summary>",
		_("tilts can't build the site as it is now"));
	add_report(out, errors);
	if (warnings.len) {
		buf_printf(out, "<details class=\"tilts-warnings\"><summary>%s</summary>",
			_("Warnings: they keep nothing from being published"));
		add_report(out, warnings);
		buf_adds(out, "</details>");
	}
	buf_adds(out, "</details>");
}

void overlay_remarks(struct buf *out, str warnings)
{
	if (!warnings.len)
		return;
	buf_printf(out, "<details class=\"tilts-remarks\"><summary>%s</summary>",
		_("Warnings: they keep nothing from being published"));
	add_report(out, warnings);
	buf_adds(out, "</details>");
}

static void add_links(struct buf *out, bool panel, uint64_t version)
{
	if (panel)
		buf_adds(out, "<link rel=\"stylesheet\" href=\"" OVERLAY_STYLE "\">");
	buf_printf(out, "<script src=\"" OVERLAY_SCRIPT "\" data-version=\"%llu\" defer></script>",
		(unsigned long long)version);
}

/* All of it stands at the end of the body, whether or not the page has a tag
 * that ends one. */
void overlay_page(struct buf *out, str html, str panel, str host, uint64_t version)
{
	size_t end = str_find(html, S("</body>"));
	allow_own(out, str_sub(html, 0, end), host);
	add_links(out, panel.len > 0, version);
	buf_add(out, panel);
	buf_add(out, end == STR_NONE ? S("\n") : str_from(html, end));
}

void overlay_alone(struct buf *out, str title, str sentence, str panel, uint64_t version)
{
	buf_adds(out, "<!DOCTYPE html>\n<html lang=\"");
	buf_add(out, messages_in_use());
	buf_adds(out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
		      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		      "<title>");
	escape_html(out, title);
	buf_adds(out, "</title>\n");
	add_links(out, true, version);
	buf_adds(out, "\n</head>\n<body class=\"tilts-alone\">\n<h1>");
	escape_html(out, title);
	buf_adds(out, "</h1>\n<p>");
	escape_html(out, sentence);
	buf_adds(out, "</p>\n");
	buf_add(out, panel);
	buf_adds(out, "\n</body>\n</html>\n");
}
