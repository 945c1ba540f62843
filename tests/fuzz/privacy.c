/*
 * Any bytes are a page, a drawing, a style sheet or a script whose privacy can
 * be judged, and a picture that has a size or none. The first byte chooses.
 */
#include "build/image.h"
#include "check/privacy.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const str paths[] = {
		STR_INIT("a.html"), STR_INIT("a.svg"), STR_INIT("a.css"), STR_INIT("a.js")};
	struct privacy privacy;
	struct diags diags;
	uint32_t width, height;
	if (size == 0)
		return 0;
	str bytes = str_n((const char *)data + 1, size - 1);
	diags_init(&diags);
	privacy_init(&privacy, S("https://example.org"));
	privacy_scan(&privacy, paths[data[0] % ARRAY_LEN(paths)], bytes);
	privacy_report(&privacy, 1, true, &diags);
	image_size(bytes, &width, &height);
	privacy_release(&privacy);
	diags_release(&diags);
	return 0;
}
