#include "feed/jsonld_part.h"

void jsonld_begin(struct json_writer *w, const char *key, const char *type)
{
	if (key)
		json_key(w, str_of(key));
	json_begin_object(w);
	json_optional(w, "@type", str_of(type));
}
