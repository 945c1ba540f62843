#include "feed/jsonld_part.h"

void jsonld_add(struct json_writer *w, const char *key, str text)
{
	if (!text.len)
		return;
	json_key(w, str_of(key));
	json_string(w, text);
}

void jsonld_begin(struct json_writer *w, const char *key, const char *type)
{
	if (key)
		json_key(w, str_of(key));
	json_begin_object(w);
	jsonld_add(w, "@type", str_of(type));
}
