#include "cms/cms.h"

/* The file as it stands, within the program: nothing has to be found later. */
#define EMBED(name)                                                                                \
	__asm__(".section .rodata\n"                                                               \
		"cms_" #name "_start: .incbin \"src/cms/" #name ".js\"\n"                          \
		"cms_" #name "_end:\n"                                                             \
		".previous");                                                                      \
	extern const char cms_##name##_start[], cms_##name##_end[]

EMBED(words);
EMBED(latvian);
EMBED(language);
EMBED(tree);
EMBED(json);
EMBED(yaml);
EMBED(field);
EMBED(mend);
EMBED(format);
EMBED(rule);
EMBED(widget);
EMBED(config);
EMBED(backend);
EMBED(start);

#define ASSET(name)                                                                                \
	{                                                                                          \
		STR_INIT(#name ".js"), cms_##name##_start, cms_##name##_end                        \
	}

/* In the order in which the page loads them. */
static const struct {
	str name;
	const char *start, *end;
} assets[] = {ASSET(words), ASSET(latvian), ASSET(language), ASSET(tree), ASSET(json), ASSET(yaml),
	ASSET(field), ASSET(mend), ASSET(format), ASSET(rule), ASSET(widget), ASSET(config),
	ASSET(backend), ASSET(start)};

const size_t cms_nassets = ARRAY_LEN(assets);

struct cms_asset cms_asset(size_t index)
{
	size_t len = (size_t)(assets[index].end - assets[index].start);
	return (struct cms_asset){assets[index].name, str_n(assets[index].start, len)};
}
