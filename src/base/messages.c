#include "base/messages.h"

#include <locale.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/share.h"

static const char *const languages[] = {"en", "lv", "ru"};

/* The name that textdomain() gives is freed by whichever thread chooses another. */
static _Atomic(const char *) in_use = "en";

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
	if (!domain)
		return;
	textdomain(domain);
	atomic_store(&in_use, domain);
}

/* Those that somebody will see one day; the C library says them in English. */
static const char *const system_words[] = {N_("Address already in use"),
	N_("Argument list too long"), N_("Bad address"), N_("Bad file descriptor"),
	N_("Broken pipe"), N_("Cannot allocate memory"), N_("Connection refused"),
	N_("Connection reset by peer"), N_("Connection timed out"), N_("Device or resource busy"),
	N_("Directory not empty"), N_("Disk quota exceeded"), N_("Exec format error"),
	N_("File exists"), N_("File name too long"), N_("File too large"), N_("Input/output error"),
	N_("Invalid argument"), N_("Invalid cross-device link"), N_("Is a directory"),
	N_("Network is unreachable"), N_("No route to host"), N_("No such file or directory"),
	N_("No space left on device"), N_("Not a directory"), N_("Operation not permitted"),
	N_("Operation not supported"), N_("Operation canceled"), N_("Permission denied"),
	N_("Read-only file system"), N_("Resource temporarily unavailable"),
	N_("Stale file handle"), N_("Text file busy"), N_("Too many levels of symbolic links"),
	N_("Too many links"), N_("Too many open files"), N_("Too many open files in system"),
	/* signals */
	N_("Aborted"), N_("Bus error"), N_("CPU time limit exceeded"), N_("Illegal instruction"),
	N_("Killed"), N_("Segmentation fault"), N_("Terminated")};

static const char *say(const char *words)
{
	for (size_t i = 0; words && i < ARRAY_LEN(system_words); i++)
		if (strcmp(words, system_words[i]) == 0)
			return _(system_words[i]);
	return words ? words : _("for a reason without a name");
}

const char *messages_of_error(int error)
{
	return say(strerrordesc_np(error));
}

const char *messages_of_signal(int number)
{
	return say(sigdescr_np(number));
}

str messages_in_use(void)
{
	return str_of(atomic_load(&in_use));
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
