#include "check/fact.h"

struct span fact_span(const struct record *record, str key)
{
	struct value v = value_get(record_facts(record)->json, key, NULL);
	return v.span.source ? v.span : span_file(record->source);
}
