#include "check/policy.h"

/* Directives whose words are no places. */
static bool takes_places(str name)
{
	return !str_eq_nocase(name, S("require-trusted-types-for")) &&
	       !str_eq_nocase(name, S("trusted-types")) && !str_eq_nocase(name, S("sandbox"));
}

static bool is_strict_directive(str directive)
{
	str name, word, rest = directive;
	str_cut(&rest, ' ', &name);
	while (rest.ptr && takes_places(name) && str_cut(&rest, ' ', &word))
		if (word.len && !str_eq_nocase(word, S("'self'")) &&
			!str_eq_nocase(word, S("'none'")))
			return false;
	return true;
}

bool policy_is_strict(str policy)
{
	bool has_default = false;
	for (str part, rest = policy; str_cut(&rest, ';', &part);) {
		str directive = str_trim(part);
		if (!is_strict_directive(directive))
			return false;
		has_default |= str_starts(directive, S("default-src "));
	}
	return has_default;
}

str policy_of(struct tags *tags)
{
	str content = S("");
	bool is_policy = false;
	for (struct attribute at; tag_attribute(tags, &at);) {
		is_policy |= str_eq_nocase(at.name, S("http-equiv")) &&
			     str_eq_nocase(at.value, S("Content-Security-Policy"));
		if (str_eq_nocase(at.name, S("content")))
			content = at.value;
	}
	return is_policy ? content : S("");
}
