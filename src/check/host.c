#include "check/host.h"

#include "base/ascii.h"

static bool is_scheme_char(char c)
{
	return ascii_is_alnum(c) || c == '+' || c == '-' || c == '.';
}

static bool is_path_char(char c)
{
	return c == '/' || c == '?' || c == '#';
}

str host_origin(str base_url)
{
	size_t scheme = str_find(base_url, S("://"));
	size_t slash = str_find_char(str_from(base_url, scheme + 3), '/');
	if (scheme == STR_NONE)
		return S("");
	return slash == STR_NONE ? base_url : str_sub(base_url, 0, scheme + 3 + slash);
}

static bool is_own(str address, str origin)
{
	str rest = str_from(address, origin.len);
	return origin.len && str_starts(address, origin) &&
	       (!rest.len || is_path_char(rest.ptr[0]));
}

bool host_is_foreign(str address, str origin)
{
	size_t at = 0;
	address = str_trim(address);
	if (is_own(address, origin))
		return false;
	if (str_starts(address, S("//")) || str_starts(address, S("/\\")))
		return true;
	while (at < address.len && is_scheme_char(address.ptr[at]))
		at++;
	if (at == address.len || is_path_char(address.ptr[at]))
		return false;
	/* data: and blob: ask no host. */
	str scheme = str_sub(address, 0, at);
	return address.ptr[at] != ':' ||
	       !(str_eq_nocase(scheme, S("data")) || str_eq_nocase(scheme, S("blob")));
}

bool host_is_foreign_any(str srcset, str origin)
{
	for (str item, rest = srcset; str_cut(&rest, ',', &item);) {
		item = str_trim(item);
		if (host_is_foreign(str_sub(item, 0, str_find_char(item, ' ')), origin))
			return true;
	}
	return false;
}

/* The ways an absolute address begins in a style sheet or script. */
static const str beginnings[] = {STR_INIT("http://"), STR_INIT("https://"), STR_INIT("ws://"),
	STR_INIT("wss://"), STR_INIT("'//"), STR_INIT("\"//"), STR_INIT("`//"), STR_INIT("(//")};

static size_t address_end(str text, size_t from)
{
	while (from < text.len && (unsigned char)text.ptr[from] > ' ' &&
		str_find_char(S("'\"`)<>;"), text.ptr[from]) == STR_NONE)
		from++;
	return from;
}

bool host_find_foreign(str text, str origin, size_t *at, str *address)
{
	static const str namespaces = STR_INIT("http://www.w3.org/");
	for (; *at < text.len; ++*at) {
		str rest = str_from(text, *at);
		for (size_t i = 0; i < ARRAY_LEN(beginnings); i++) {
			if (!str_starts(rest, beginnings[i]))
				continue;
			size_t start = *at + !is_scheme_char(rest.ptr[0]);
			str found = str_sub(text, start, address_end(text, start));
			*at = start + found.len;
			if (is_own(found, origin) || str_starts(found, namespaces))
				break;
			*address = found;
			return true;
		}
	}
	return false;
}

/* Is a host one of these, or below one? */
static bool is_below(str host, const str *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(host, names[i]) ||
			(str_ends(host, names[i]) && host.ptr[host.len - names[i].len - 1] == '.'))
			return true;
	return false;
}

bool host_is_example(str host)
{
	static const str names[] = {STR_INIT("example"), STR_INIT("test"), STR_INIT("invalid"),
		STR_INIT("example.org"), STR_INIT("example.com"), STR_INIT("example.net")};
	return is_below(host, names, ARRAY_LEN(names));
}

bool host_is_loopback(str host)
{
	static const str names[] = {STR_INIT("localhost"), STR_INIT("127.0.0.1"), STR_INIT("[")};
	return is_below(host, names, ARRAY_LEN(names));
}
