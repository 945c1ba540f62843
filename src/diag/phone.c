#include "diag/phone.h"

#include <string.h>

#include "base/ascii.h"

struct signs {
	int digits;
	bool letter;
};

static struct signs count_signs(str text)
{
	struct signs signs = {0};
	for (size_t i = 0; i < text.len; i++) {
		signs.digits += ascii_is_digit(text.ptr[i]);
		signs.letter |= ascii_is_letter(text.ptr[i]);
	}
	return signs;
}

void phone_report(struct diags *diags, struct span span, str number)
{
	bool latvian = str_starts(number, S("+371"));
	struct signs signs = count_signs(str_from(number, latvian ? strlen("+371") : 0));
	diag_add(diags, DIAG_PHONE_NUMBER, span, "'%.*s' is no number of Latvia", STR_ARGS(number));
	if (signs.letter)
		diag_note(diags, SPAN_NONE, "a letter stands among its digits");
	else if (latvian)
		diag_note(diags, SPAN_NONE, "digits behind +371: %d, and there have to be 8",
			signs.digits);
	else if (signs.digits == 8 && !str_starts(number, S("+")))
		diag_note(diags, SPAN_NONE, "write +371 before it");
	else
		diag_note(diags, SPAN_NONE,
			"+371 and eight digits, or a short number such as 116123");
}

void phone_report_lost(struct diags *diags, struct span span, str number, bool bare)
{
	diag_add(diags, DIAG_PHONE_LOST, span, "no record has the phone '%.*s'", STR_ARGS(number));
	diag_note(diags, SPAN_NONE,
		"correct it, or put it into a record and write {phone:kind/id} here");
	if (bare)
		diag_note(diags, SPAN_NONE, "if it is no phone, say what it is: Nr. %.*s",
			STR_ARGS(number));
}

void phone_note_dead(struct diags *diags, str number)
{
	diag_note(diags, SPAN_NONE,
		"if the text says that it is dead, put it between two `: `%.*s`", STR_ARGS(number));
}
