#include "media/kind.h"

#include "base/ascii.h"
#include "base/messages.h"
#include "base/utf8.h"

/* --- pictures ------------------------------------------------------------------------- */

static bool is_png(str s)
{
	return str_starts(s, S("\x89PNG\r\n\x1a\n"));
}

static bool is_jpeg(str s)
{
	return str_starts(s, S("\xff\xd8\xff"));
}

static bool is_gif(str s)
{
	return str_starts(s, S("GIF87a")) || str_starts(s, S("GIF89a"));
}

static bool is_riff(str s, str form)
{
	return str_starts(s, S("RIFF")) && str_eq(str_sub(s, 8, 12), form);
}

static bool is_webp(str s)
{
	return is_riff(s, S("WEBP"));
}

/* ISO/IEC 14496-12: the first box names the brand. */
static bool has_brand(str s, const char *const *brands)
{
	if (!str_eq(str_sub(s, 4, 8), S("ftyp")))
		return false;
	for (; *brands; brands++)
		if (str_starts(str_sub(s, 8, 12), str_of(*brands)))
			return true;
	return false;
}

static bool is_avif(str s)
{
	return has_brand(s, (const char *const[]){"avif", NULL});
}

bool media_is_heic(str s)
{
	return has_brand(s, (const char *const[]){"hei", "hev", "mif1", "msf1", NULL});
}

/* --- documents ------------------------------------------------------------------------ */

static str without_mark(str s)
{
	return str_starts(s, S("\xef\xbb\xbf")) ? str_from(s, 3) : s;
}

/* Programs that make a PDF for a web page leave empty lines before it. */
static bool is_pdf(str s)
{
	return str_starts(str_trim(without_mark(s)), S("%PDF-"));
}

static bool is_zip(str s)
{
	return str_starts(s, S("PK\3\4"));
}

/* Word, Excel and PowerPoint keep their parts in a folder of this name. */
static bool is_ooxml(str s, str folder)
{
	return is_zip(s) && str_find(s, folder) != STR_NONE;
}

static bool is_docx(str s)
{
	return is_ooxml(s, S("word/"));
}

static bool is_xlsx(str s)
{
	return is_ooxml(s, S("xl/"));
}

static bool is_pptx(str s)
{
	return is_ooxml(s, S("ppt/"));
}

/* OpenDocument 1.3, part 2, 3.3: the first file is `mimetype`, not compressed. */
static bool is_opendocument(str s)
{
	return is_zip(s) &&
	       str_starts(str_from(s, 30), S("mimetypeapplication/vnd.oasis.opendocument."));
}

static bool is_epub(str s)
{
	return is_zip(s) && str_starts(str_from(s, 30), S("mimetypeapplication/epub+zip"));
}

static bool is_old_office(str s)
{
	return str_starts(s, S("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"));
}

static bool is_rtf(str s)
{
	return str_starts(s, S("{\\rtf"));
}

/* --- sound and video ------------------------------------------------------------------ */

static bool is_wav(str s)
{
	return is_riff(s, S("WAVE"));
}

/* ISO/IEC 11172-3, 2.4.2.3: eleven bits set, and layer III, which UTF-16's mark is not. */
static bool is_mp3(str s)
{
	return str_starts(s, S("ID3")) ||
	       (s.len > 2 && (unsigned char)s.ptr[0] == 0xff && (s.ptr[1] & 0xe6) == 0xe2);
}

static bool is_ogg(str s)
{
	return str_starts(s, S("OggS"));
}

static bool is_flac(str s)
{
	return str_starts(s, S("fLaC"));
}

static bool is_webm(str s)
{
	return str_starts(s, S("\x1a\x45\xdf\xa3"));
}

static bool is_mp4(str s)
{
	return has_brand(s, (const char *const[]){"iso", "mp4", "M4", "avc1", "dash", "3gp", "qt",
				    "MSNV", "f4v", NULL});
}

/* --- text ----------------------------------------------------------------------------- */

static bool begins(str s, str word)
{
	return str_eq_nocase(str_sub(s, 0, word.len), word);
}

/* What a browser would take for a page, if it had to guess (WHATWG, MIME Sniffing, 7.1),
 * and XML, whose elements can be those of a page whatever they are called. */
bool media_is_page(str s)
{
	s = str_trim(without_mark(s));
	if (s.len < 2 || s.ptr[0] != '<')
		return false;
	return ascii_is_letter(s.ptr[1]) || s.ptr[1] == '!' || s.ptr[1] == '?';
}

static bool is_program(str s)
{
	return str_starts(s, S("MZ")) ||
	       str_starts(s, S("\x7f"
			       "ELF")) ||
	       str_starts(s, S("#!")) || begins(s, S("<?php")) || begins(s, S("<%"));
}

static bool has_control(str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.ptr[i] < ' ' &&
			str_find_char(S("\t\r\n\f"), s.ptr[i]) == STR_NONE)
			return true;
	return false;
}

/* A text that nobody guesses to be more. */
static bool is_text(str s)
{
	s = without_mark(s);
	return !has_control(s) && utf8_invalid_at(s) == STR_NONE && !media_is_page(s) &&
	       !is_program(s);
}

static bool is_calendar(str s)
{
	return begins(without_mark(s), S("BEGIN:VCALENDAR")) && is_text(s);
}

static bool is_card(str s)
{
	return begins(without_mark(s), S("BEGIN:VCARD")) && is_text(s);
}

static bool is_subtitles(str s)
{
	return str_starts(without_mark(s), S("WEBVTT")) && is_text(s);
}

/* --- the list ------------------------------------------------------------------------- */

/* The first that fits tells what a disguised file is. */
static const struct media_kind kinds[] = {
	{"png", is_png, N_("a PNG picture"), MEDIA_PICTURE},
	{"jpg jpeg", is_jpeg, N_("a JPEG picture"), MEDIA_PICTURE},
	{"gif", is_gif, N_("a GIF picture"), MEDIA_PICTURE},
	{"webp", is_webp, N_("a WebP picture"), MEDIA_PICTURE},
	{"avif", is_avif, N_("an AVIF picture"), MEDIA_PICTURE},
	{"pdf", is_pdf, N_("a PDF"), MEDIA_BINARY},
	{"docx", is_docx, N_("a document of Word"), MEDIA_OFFICE},
	{"xlsx", is_xlsx, N_("a table of Excel"), MEDIA_OFFICE},
	{"pptx", is_pptx, N_("slides of PowerPoint"), MEDIA_OFFICE},
	{"odt ods odp odg", is_opendocument, N_("a document of LibreOffice"), MEDIA_OFFICE},
	{"epub", is_epub, N_("an EPUB book"), MEDIA_BINARY},
	{"doc xls ppt", is_old_office, N_("a document of an old Word, Excel or PowerPoint"),
		MEDIA_OFFICE},
	{"rtf", is_rtf, N_("an RTF text"), MEDIA_BINARY},
	{"wav", is_wav, N_("a WAV sound"), MEDIA_BINARY},
	{"flac", is_flac, N_("a FLAC sound"), MEDIA_BINARY},
	{"ogg oga opus ogv", is_ogg, N_("an Ogg sound or video"), MEDIA_BINARY},
	{"mp4 m4v m4a", is_mp4, N_("an MP4 sound or video"), MEDIA_BINARY},
	{"webm", is_webm, N_("a WebM video"), MEDIA_BINARY},
	{"mp3", is_mp3, N_("an MP3 sound"), MEDIA_BINARY},
	{"vtt", is_subtitles, N_("subtitles (WebVTT)"), MEDIA_TEXT},
	{"ics", is_calendar, N_("a calendar"), MEDIA_TEXT},
	{"vcf", is_card, N_("a card"), MEDIA_TEXT},
	{"svg", media_is_page, N_("a drawing (SVG)"), MEDIA_DRAWING},
	{"txt csv srt", is_text, N_("plain text in UTF-8"), MEDIA_TEXT},
};

static const struct media_kind others[] = {
	{"", media_is_heic, N_("a HEIC picture of a telephone"), MEDIA_PICTURE},
	{"", is_program, N_("a program"), MEDIA_BINARY},
	{"", media_is_page, N_("a web page"), MEDIA_TEXT},
	{"", is_zip, N_("a ZIP archive"), MEDIA_BINARY},
};

bool media_has_ext(const char *exts, str ext)
{
	for (str one, rest = str_of(exts); str_cut(&rest, ' ', &one);)
		if (str_eq_nocase(one, ext))
			return true;
	return false;
}

const struct media_kind *media_kind_of(str ext)
{
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (media_has_ext(kinds[i].exts, ext))
			return &kinds[i];
	return NULL;
}

/* A drawing begins as a page does: <svg, maybe behind other things. */
static bool is_drawing(str s)
{
	return media_is_page(s) && str_find(str_sub(s, 0, 1000), S("<svg")) != STR_NONE;
}

const struct media_kind *media_kind_by_bytes(str bytes)
{
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (kinds[i].form != MEDIA_DRAWING ? kinds[i].is(bytes) : is_drawing(bytes))
			return &kinds[i];
	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		if (others[i].is(bytes))
			return &others[i];
	return NULL;
}
