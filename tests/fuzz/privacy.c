/*
 * Any bytes are a page, a drawing, a style sheet or a script whose privacy can
 * be judged, and a picture that has a size or none. The first byte chooses.
 */
#include "build/image.h"
#include "check/privacy.h"
#include "frame.h"

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	static const str paths[] = {
		STR_INIT("a.html"), STR_INIT("a.svg"), STR_INIT("a.css"), STR_INIT("a.js")};
	struct privacy privacy;
	uint32_t width, height;
	UNUSED(arena);
	if (text.len == 0)
		return;
	str bytes = str_from(text, 1);
	privacy_init(&privacy, S("https://example.org"));
	privacy_scan(&privacy, paths[(unsigned char)text.ptr[0] % ARRAY_LEN(paths)], bytes);
	privacy_report(&privacy, 1, true, diags);
	image_size(bytes, &width, &height);
	privacy_release(&privacy);
}
