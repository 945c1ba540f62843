#include "base/messages.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/share.h"

static const char *const languages[] = {"en", "lv", "ru"};

/* gettext looks for C/LC_MESSAGES/<domain>.mo: the locale is C.UTF-8, which every C
 * library has since glibc 2.35. */
static void bind_all(const char *folder)
{
	for (size_t i = 0; i < ARRAY_LEN(languages); i++) {
		bindtextdomain(languages[i], folder);
		bind_textdomain_codeset(languages[i], "UTF-8");
	}
}

void messages_open(void)
{
	char folder[PATH_MAX];
	/* It would go before the locale. */
	unsetenv("LANGUAGE");
	setlocale(LC_MESSAGES, "C.UTF-8");
	textdomain(languages[0]);
	if (share_find("messages", folder))
		bind_all(folder);
}

static const char *find(str language)
{
	for (size_t i = 0; i < ARRAY_LEN(languages); i++) {
		size_t len = strlen(languages[i]);
		bool ends = language.len == len || (language.len > len && language.ptr[len] == '_');
		if (ends && str_starts(language, str_of(languages[i])))
			return languages[i];
	}
	return NULL;
}

bool messages_has(str language)
{
	return find(language) != NULL;
}

void messages_use(str language)
{
	const char *domain = find(language);
	if (domain)
		textdomain(domain);
}

str messages_wanted(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const char *value = getenv(names[i]);
		if (value && value[0])
			return str_of(value);
	}
	return S("");
}
