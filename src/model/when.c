#include "model/when.h"

static str first_date(struct value json, const char *const *keys)
{
	for (; *keys; keys++) {
		str date = value_get_str(json, str_of(*keys));
		if (date.len >= 10)
			return str_sub(date, 0, 10);
	}
	return S("");
}

str record_start(const struct record *record)
{
	static const char *const keys[] = {"startDate", "valid_from", "date", NULL};
	return first_date(record_facts(record)->json, keys);
}

static str record_end(const struct record *record)
{
	static const char *const keys[] = {"endDate", "valid_to", "startDate", "date", NULL};
	return first_date(record_facts(record)->json, keys);
}

bool record_when(const struct record *record, str when, str today)
{
	str start = record_start(record), end = record_end(record);
	bool over = end.len && str_cmp(end, today) < 0;
	bool begun = !start.len || str_cmp(start, today) <= 0;
	if (str_eq(when, S("past")))
		return over;
	if (str_eq(when, S("upcoming")))
		return !over && (start.len || end.len);
	return str_is_empty(when) || (begun && !over);
}
