#include "media/media.h"

#include "base/buf.h"
#include "base/messages.h"
#include "base/path.h"
#include "base/utf8.h"
#include "media/kind.h"
#include "media/office.h"
#include "media/svg.h"

/* All that tells most kinds, and a whole pointer of Git LFS. */
enum { HEAD_BYTES = 4096 };

size_t media_needs(str path)
{
	const struct media_kind *kind = media_kind_of(path_ext(path));
	return !kind || kind->form == MEDIA_BINARY ? HEAD_BYTES : SIZE_MAX;
}

/* --- kinds that are not on the list --------------------------------------------------- */

static const char *hint_for(str ext)
{
	static const struct {
		const char *exts, *hint;
	} hints[] = {
		{"docm dotm xlsm pptm", N_("save it without macros: as .docx, .xlsx or .pptx")},
		{"html htm xhtml md",
			N_("a page is Markdown and lies in the folder of its language")},
		{"css js mjs woff woff2", N_("what a template needs lies in templates/assets/")},
		{"zip rar 7z gz tar", N_("put the files themselves here, without the archive")},
		{"mov avi wmv mkv mpg", N_("export it as .mp4")},
		{"wma aac aiff amr", N_("export it as .mp3")},
		{"pages numbers key pub wps", N_("export it as .pdf or .docx")},
	};
	for (size_t i = 0; i < ARRAY_LEN(hints); i++)
		if (media_has_ext(hints[i].exts, ext))
			return hints[i].hint;
	return N_("pictures (.jpg .png .webp .svg), .pdf, office documents, sound, video, "
		  "subtitles, .txt, .csv, .ics and .vcf do");
}

static bool refuse_picture(uint32_t source, struct diags *diags)
{
	diag_add(diags, DIAG_IMAGE_FORM, span_file(source),
		"browsers don't show pictures of this kind");
	diag_note(diags, SPAN_NONE, "save it as .jpg, .png, .webp or .svg");
	return false;
}

static str usual_ext(const struct media_kind *kind)
{
	str exts = str_of(kind->exts);
	return str_sub(exts, 0, str_find_char(exts, ' '));
}

static bool refuse_unknown(str path, str bytes, uint32_t source, struct diags *diags)
{
	str ext = path_ext(path);
	const struct media_kind *found = media_kind_by_bytes(bytes);
	if (media_has_ext("heic heif tif tiff bmp psd", ext))
		return refuse_picture(source, diags);
	diag_add(diags, DIAG_MEDIA_KIND, span_file(source),
		"files of this kind do not go out of media/");
	if (!ext.len && found && *found->exts)
		diag_note(diags, SPAN_NONE, "its name has no ending: this is %s, name it .%.*s",
			_(found->what), STR_ARGS(usual_ext(found)));
	else
		diag_note(diags, SPAN_NONE, "%s", _(hint_for(ext)));
	return false;
}

/* --- names ---------------------------------------------------------------------------- */

/*
 * Apache looks at each part of a name behind its first dot (mod_mime): AddHandler
 * makes `form.php.pdf` a program, AddOutputFilter `x.shtml.txt` a page that is filled
 * in, and a kind that an old server doesn't know is taken for the page that stands
 * before it. No other server looks before the last dot. What needs the right to be
 * executed (.pl, .py, .sh) does not run, for published files never have that.
 */
static bool has_running_part(str path)
{
	static const char runs[] = "php php2 php3 php4 php5 php6 php7 php8 phtml pht phar cgi fcgi "
				   "lua shtml shtm stm var asis html htm";
	str part, rest = path_stem(path_name(path));
	str_cut(&rest, '.', &part);
	while (str_cut(&rest, '.', &part))
		if (media_has_ext(runs, part))
			return true;
	return false;
}

static bool refuse_name(str path, uint32_t source, struct diags *diags)
{
	struct buf better;
	str name = path_name(path), stem = path_stem(name);
	buf_init(&better);
	for (size_t i = 0; i < stem.len; i++)
		buf_add_char(&better, stem.ptr[i] == '.' ? '-' : stem.ptr[i]);
	diag_add(diags, DIAG_MEDIA_NAME, span_file(source),
		"some web servers look at every ending in a name, and would run this file");
	diag_note(diags, SPAN_NONE, "name it '%s%.*s'", better.data,
		STR_ARGS(str_from(name, stem.len)));
	buf_release(&better);
	return false;
}

/* --- bytes ---------------------------------------------------------------------------- */

/* The specification of Git LFS, "The Pointer". */
bool media_is_pointer(str bytes)
{
	return str_starts(bytes, S("version https://git-lfs.github.com/spec/"));
}

void media_report_pointer(uint32_t source, struct diags *diags)
{
	diag_add(diags, DIAG_MEDIA_LFS, span_file(source),
		"the file itself is not here, only what Git LFS keeps in its place");
	diag_note(diags, SPAN_NONE,
		"in a folder: 'git lfs pull'; for builds from a commit keep the file in git: "
		"'git lfs untrack', then add and commit it anew");
}

static bool refuse_empty(uint32_t source, struct diags *diags)
{
	diag_add(diags, DIAG_MEDIA_EMPTY, span_file(source), "this file is empty");
	diag_note(diags, SPAN_NONE, "copy it here once more, or remove it");
	return false;
}

static bool refuse_pointer(uint32_t source, struct diags *diags)
{
	media_report_pointer(source, diags);
	return false;
}

static void hint_at(const struct media_kind *found, struct diags *diags)
{
	if (found && found->is == media_is_heic)
		diag_note(diags, SPAN_NONE, "open it in a picture editor and export it as .jpg");
	else if (found && found->is == media_is_page)
		diag_note(diags, SPAN_NONE,
			"often a server's page about an error: open the file, then download it "
			"anew");
	else if (found && *found->exts)
		diag_note(diags, SPAN_NONE, "name it .%.*s, or export it again from its program",
			STR_ARGS(usual_ext(found)));
	else
		diag_note(diags, SPAN_NONE, "export it again from the program that made it");
}

static bool refuse_disguised(
	const struct media_kind *wanted, str bytes, uint32_t source, struct diags *diags)
{
	const struct media_kind *found = media_kind_by_bytes(bytes);
	if (found)
		diag_add(diags, DIAG_MEDIA_DISGUISED, span_file(source),
			"this is not %s, as its name says, but %s", _(wanted->what),
			_(found->what));
	else
		diag_add(diags, DIAG_MEDIA_DISGUISED, span_file(source),
			"this is not %s, as its name says", _(wanted->what));
	hint_at(found, diags);
	return false;
}

/* In an old encoding: no other kind of file, and no zeros, which text never has. */
static bool is_old_text(str bytes)
{
	return utf8_invalid_at(bytes) != STR_NONE && !media_kind_by_bytes(bytes) &&
	       str_find_char(bytes, '\0') == STR_NONE;
}

static bool is_utf16(str bytes)
{
	return str_starts(bytes, S("\xff\xfe")) || str_starts(bytes, S("\xfe\xff"));
}

static bool refuse_text(str bytes, uint32_t source, struct diags *diags)
{
	size_t wrong = utf8_invalid_at(bytes);
	diag_add(diags, DIAG_MEDIA_TEXT, span_of(source, wrong, wrong + 1),
		"this byte is not UTF-8: readers would see wrong letters");
	diag_note(diags, SPAN_NONE, "save the file again as UTF-8 (in Excel: 'CSV UTF-8')");
	return false;
}

static bool check_office(
	const struct media_kind *kind, str bytes, uint32_t source, struct diags *diags)
{
	enum office_state state = office_read(bytes);
	if (state == OFFICE_BROKEN) {
		diag_add(diags, DIAG_MEDIA_DISGUISED, span_file(source),
			"this is not %s, as its name says, or only a part of it", _(kind->what));
		diag_note(diags, SPAN_NONE, "export it again from the program that made it");
	} else if (state == OFFICE_MACROS) {
		diag_add(diags, DIAG_MEDIA_KIND, span_file(source),
			"this is %s with macros, programs that run when somebody opens it",
			_(kind->what));
		diag_note(diags, SPAN_NONE, "%s", _(hint_for(S("docm"))));
	}
	return state == OFFICE_PLAIN;
}

bool media_check(str path, str bytes, uint32_t source, struct diags *diags)
{
	const struct media_kind *kind = media_kind_of(path_ext(path));
	if (!bytes.len)
		return refuse_empty(source, diags);
	if (media_is_pointer(bytes))
		return refuse_pointer(source, diags);
	if (!kind)
		return refuse_unknown(path, bytes, source, diags);
	if (has_running_part(path))
		return refuse_name(path, source, diags);
	if (kind->form == MEDIA_DRAWING && (kind->is(bytes) || is_utf16(bytes)))
		return svg_check(bytes, source, diags);
	if (kind->is(bytes))
		return kind->form != MEDIA_OFFICE || check_office(kind, bytes, source, diags);
	if (kind->form == MEDIA_TEXT && (is_old_text(bytes) || is_utf16(bytes)))
		return refuse_text(bytes, source, diags);
	return refuse_disguised(kind, bytes, source, diags);
}
