#include "base/address.h"

#include <string.h>

#include "base/ascii.h"

/* Letters of other alphabets may stand in a host that a browser writes its own way. */
static bool is_host_char(char c)
{
	return ascii_is_alnum(c) || c == '-' || c == '_' || (unsigned char)c >= 0x80;
}

/* Two labels or more, and another behind "www", none of them empty; a dot may end the last. */
static bool is_host(str host)
{
	size_t nlabels = 0, least = str_starts(host, S("www.")) ? 3 : 2;
	host = str_ends(host, S(".")) ? str_sub(host, 0, host.len - 1) : host;
	for (str label; str_cut(&host, '.', &label); nlabels++) {
		if (!label.len)
			return false;
		for (size_t i = 0; i < label.len; i++)
			if (!is_host_char(label.ptr[i]))
				return false;
	}
	return nlabels >= least;
}

/* Up to the next dot. */
static str part_of(str host, size_t from)
{
	str rest = str_from(host, from);
	return str_sub(rest, 0, str_find_char(rest, '.'));
}

/* RFC 1122 and 1918: the addresses that machines have at home and at work. */
static bool is_near_number(str host)
{
	int64_t second;
	for (size_t i = 0; i < host.len; i++)
		if (!ascii_is_digit(host.ptr[i]) && host.ptr[i] != '.')
			return false;
	if (str_starts(host, S("172.")))
		return str_to_int(part_of(host, 4), &second) && second >= 16 && second <= 31;
	return str_starts(host, S("127.")) || str_starts(host, S("10.")) ||
	       str_starts(host, S("192.168.")) || str_eq(host, S("0.0.0.0"));
}

static bool is_below(str host, str domain)
{
	return host.len > domain.len &&
	       str_eq_nocase(str_from(host, host.len - domain.len), domain);
}

/* RFC 6761 and 6762 */
static bool is_near(str host)
{
	return str_eq_nocase(host, S("localhost")) || is_below(host, S(".localhost")) ||
	       is_below(host, S(".local")) || is_near_number(host);
}

/* What Outlook, Facebook, Google and filters of mail put before an address that is copied, and
 * services that make one short. */
static bool is_detour(str host, str path)
{
	static const str hosts[] = {STR_INIT("l.facebook.com"), STR_INIT("lm.facebook.com"),
		STR_INIT("l.instagram.com"), STR_INIT("urldefense.com"),
		STR_INIT("urldefense.proofpoint.com"), STR_INIT("bit.ly"), STR_INIT("ej.uz"),
		STR_INIT("goo.gl"), STR_INIT("t.co"), STR_INIT("tinyurl.com"), STR_INIT("cutt.ly")};
	for (size_t i = 0; i < ARRAY_LEN(hosts); i++)
		if (str_eq_nocase(host, hosts[i]))
			return true;
	return is_below(host, S(".safelinks.protection.outlook.com")) ||
	       (str_eq_nocase(host, S("www.google.com")) && str_starts(path, S("/url?")));
}

/* "//user@host:8080/path" */
static enum address_fault check_web(str rest)
{
	size_t end = 2;
	if (!str_starts(rest, S("//")))
		return ADDRESS_SLASHES;
	while (end < rest.len && !strchr("/?#", rest.ptr[end]))
		end++;
	str host = str_sub(rest, 2, end);
	size_t user = str_rfind_char(host, '@');
	host = user == STR_NONE ? host : str_from(host, user + 1);
	if (str_starts(host, S("[")))
		return ADDRESS_GOOD;
	host = str_sub(host, 0, str_find_char(host, ':'));
	if (is_near(host))
		return ADDRESS_NEAR;
	if (is_detour(host, str_from(rest, end)))
		return ADDRESS_DETOUR;
	return is_host(host) ? ADDRESS_GOOD : ADDRESS_HOST;
}

/* RFC 6068: several with commas; none when the reader chooses, as in "?body=…". */
static enum address_fault check_mail(str rest)
{
	size_t query = str_find_char(rest, '?');
	str names = str_sub(rest, 0, query);
	if (!names.len && query != STR_NONE)
		return ADDRESS_GOOD;
	for (str name; str_cut(&names, ',', &name);)
		if (!address_is_email(name) && str_find_char(name, '%') == STR_NONE)
			return ADDRESS_MAIL;
	return ADDRESS_GOOD;
}

/* RFC 3966, with the blanks that people leave in. */
static enum address_fault check_phone(str rest)
{
	size_t ndigits = 0;
	rest = str_sub(rest, 0, str_find_char(rest, ';'));
	for (size_t i = 0; i < rest.len; i++) {
		if (str_starts(str_from(rest, i), S("%20")))
			i += 2;
		else if (ascii_is_digit(rest.ptr[i]))
			ndigits++;
		else if (!strchr("+-.() *#", rest.ptr[i]))
			return ADDRESS_PHONE;
	}
	return ndigits >= 2 ? ADDRESS_GOOD : ADDRESS_PHONE;
}

enum address_fault address_check(str url)
{
	size_t colon = str_find_char(url, ':');
	str scheme = str_sub(url, 0, colon);
	str rest = colon == STR_NONE ? S("") : str_from(url, colon + 1);
	if (str_eq_nocase(scheme, S("https")) || str_eq_nocase(scheme, S("http")))
		return check_web(rest);
	if (str_eq_nocase(scheme, S("mailto")))
		return check_mail(rest);
	return str_eq_nocase(scheme, S("tel")) ? check_phone(rest) : ADDRESS_GOOD;
}

/* Every label of a host name: letters, digits, hyphens inside; two or more. */
static bool is_domain(str text)
{
	size_t nlabels = 0;
	str label;
	for (; str_cut(&text, '.', &label); nlabels++) {
		if (label.len == 0 || label.len > 63)
			return false;
		for (size_t i = 0; i < label.len; i++) {
			bool inner = i > 0 && i + 1 < label.len;
			if (!ascii_is_alnum(label.ptr[i]) && !(inner && label.ptr[i] == '-'))
				return false;
		}
	}
	return nlabels >= 2;
}

bool address_is_email(str text)
{
	size_t at = str_find_char(text, '@');
	if (at == STR_NONE || at == 0 || at > 64 || !is_domain(str_from(text, at + 1)))
		return false;
	str local = str_sub(text, 0, at);
	for (size_t i = 0; i < local.len; i++)
		if (!ascii_is_alnum(local.ptr[i]) &&
			str_find_char(S(".!#$%&'*+/=?^_`{|}~-"), local.ptr[i]) == STR_NONE)
			return false;
	return local.ptr[0] != '.' && !str_ends(local, S(".")) &&
	       str_find(local, S("..")) == STR_NONE;
}
