/*
 * bench-records CONTENT: adds 10 000 records to the portal whose content root
 * that is: 5 000 services of 2 000 organizations, 2 000 events in 1 000 places with the
 * hours of each, and 20 needs × 10 audiences × 8 regions to find them by. They have
 * the fields that the portal's schemas ask for; the same bytes each time.
 */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sys/file.h"

#define SERVICES      5000
#define ORGANIZATIONS 2000
#define EVENTS        2000
#define LOCATIONS     1000

#define NEEDS          20
#define AUDIENCES      10
#define REGIONS        8
#define STAGES         4
#define PROVIDER_TYPES 3

static const char *const languages[] = {"lv", "ru", "en"};

static const char *const words[][20] = {
	{"atbalsts", "bērni", "cietums", "darbs", "ēdiens", "forums", "ģimene", "hallo", "iestāde",
		"jautājumi", "ķieģelis", "laiks", "māja", "nauda", "palīdzība", "runa", "šķirotava",
		"telefons", "vēstule", "zvans"},
	{"адвокат", "беседа", "весточка", "группа", "деньги", "ёлка", "жильё", "звонок", "игра",
		"книга", "люди", "мама", "ночлег", "отец", "письмо", "работа", "свидание", "тюрьма",
		"учёба", "юрист"},
	{"advice", "books", "children", "day", "evening", "family", "group", "home", "income",
		"journey", "kindness", "letter", "meeting", "night", "office", "people", "room",
		"school", "talk", "visit"},
};

struct writer {
	const char *dir;
	unsigned state; /* of the numbers that stand for chance */
	struct buf text, path;
};

static unsigned chance(struct writer *w, unsigned below)
{
	w->state = w->state * 1103515245u + 12345u;
	return (w->state >> 16) % below;
}

static void put(struct writer *w, const char *folder, const char *name)
{
	buf_clear(&w->path);
	buf_printf(&w->path, "%s/%s", w->dir, folder);
	file_make_folders(w->path.data);
	buf_printf(&w->path, "/%s", name);
	int error = file_create(w->path.data, buf_str(&w->text));
	if (error)
		die("%s: error %d", w->path.data, error);
	buf_clear(&w->text);
}

/* --- the parts of records ----------------------------------------------------------- */

/* "name": {"lv": "Ģimene darbs 12", "ru": …, "en": …}, */
static void add_text(struct writer *w, const char *key, unsigned nwords, unsigned number)
{
	buf_printf(&w->text, "  \"%s\": {", key);
	for (size_t l = 0; l < ARRAY_LEN(languages); l++) {
		buf_printf(&w->text, "%s\"%s\": \"", l ? ", " : "", languages[l]);
		for (unsigned i = 0; i < nwords; i++)
			buf_printf(&w->text, "%s ", words[l][chance(w, ARRAY_LEN(words[l]))]);
		buf_printf(&w->text, "%u\"", number);
	}
	buf_adds(&w->text, "},\n");
}

static void add_terms(struct writer *w, const char *key, const char *term, unsigned max, unsigned n)
{
	unsigned first = chance(w, max);
	buf_printf(&w->text, "  \"%s\": [\"%s-%u\"", key, term, first);
	if (n > 1)
		buf_printf(&w->text, ", \"%s-%u\"", term, (first + 1 + chance(w, max - 1)) % max);
	buf_adds(&w->text, "],\n");
}

static void add_phones(struct writer *w, unsigned number)
{
	buf_printf(&w->text,
		"  \"phones\": [{\"number\": \"+371 2%07u\", \"type\": \"cell\", "
		"\"task\": {\"lv\": \"Jautājumi; pieteikšanās\", \"ru\": \"Вопросы\", "
		"\"en\": \"Questions\"}}],\n  \"email\": \"raksti-%u@example.org\",\n",
		1000000 + number, number);
}

static void add_address(struct writer *w, unsigned number)
{
	buf_printf(&w->text,
		"  \"addresses\": [{\"address_1\": \"Garā iela %u\", \"city\": \"Pilsēta\", "
		"\"postal_code\": \"LV-%04u\", \"country\": \"LV\", "
		"\"address_type\": \"physical\"}],\n",
		number % 90 + 1, 1000 + number);
}

static void add_facts(struct writer *w)
{
	buf_adds(&w->text,
		"  \"checked_on\": \"2026-01-15\",\n  \"check_by\": \"2027-03-01\",\n"
		"  \"checked_how\": {\"lv\": \"izdomāts\", \"ru\": \"выдумано\", "
		"\"en\": \"made up\"},\n"
		"  \"source\": [{\"url\": \"https://example.org/\", "
		"\"title\": {\"lv\": \"Lapa\"}, \"date\": \"2025-12\", \"trust\": \"A\"}],\n"
		"  \"overdue\": \"warn\"\n");
}

/* --- one record of each kind -------------------------------------------------------- */

static void add_service(struct writer *w, unsigned number)
{
	static const char *const status[] = {"exists", "exists", "exists", "pilot", "planned"};
	add_text(w, "name", 2, number);
	add_text(w, "description", 14, number);
	buf_printf(&w->text, "  \"organization\": \"organization-%u\",\n  \"status\": \"%s\",\n",
		chance(w, ORGANIZATIONS), status[chance(w, ARRAY_LEN(status))]);
	add_terms(w, "need", "need", NEEDS, 2);
	add_terms(w, "audience", "audience", AUDIENCES, 1);
	add_terms(w, "stage", "stage", STAGES, 1);
	add_terms(w, "region", "region", REGIONS, 1);
	add_text(w, "application_process", 8, number);
	add_phones(w, number);
	buf_printf(&w->text,
		"  \"url\": \"https://example.org/%u\",\n  \"languages\": [\"lv\"],\n"
		"  \"locations\": [\"location-%u\"],\n",
		number, chance(w, LOCATIONS));
}

static void add_organization(struct writer *w, unsigned number)
{
	add_text(w, "name", 2, number);
	add_text(w, "description", 14, number);
	buf_printf(&w->text,
		"  \"provider_type\": \"provider-type-%u\",\n  \"status\": \"active\",\n",
		chance(w, PROVIDER_TYPES));
	add_phones(w, 10000 + number);
	add_address(w, number);
	buf_printf(&w->text, "  \"website\": \"https://example.org/%u\",\n", number);
	add_terms(w, "need", "need", NEEDS, 2);
	add_terms(w, "region", "region", REGIONS, 1);
}

static void add_event(struct writer *w, unsigned number)
{
	unsigned year = 2026 + chance(w, 2), month = 1 + chance(w, 12), day = 1 + chance(w, 28);
	bool is_past = year == 2026 && month < 12;
	add_text(w, "name", 2, number);
	add_text(w, "description", 14, number);
	buf_printf(&w->text,
		"  \"startDate\": \"%u-%02u-%02uT10:00\",\n"
		"  \"endDate\": \"%u-%02u-%02uT15:00\",\n"
		"  \"location\": \"location-%u\",\n  \"organizer\": \"organization-%u\",\n"
		"  \"eventStatus\": \"%s\",\n",
		year, month, day, year, month, day, chance(w, LOCATIONS), chance(w, ORGANIZATIONS),
		is_past ? "held" : "scheduled");
	add_terms(w, "audience", "audience", AUDIENCES, 1);
}

static void add_location(struct writer *w, unsigned number)
{
	add_text(w, "name", 2, number);
	add_text(w, "description", 14, number);
	buf_printf(&w->text,
		"  \"location_type\": \"physical\",\n  \"organization\": \"organization-%u\",\n"
		"  \"region\": \"region-%u\",\n  \"status\": \"open\",\n"
		"  \"latitude\": 56.%06u,\n  \"longitude\": 24.%06u,\n",
		chance(w, ORGANIZATIONS), chance(w, REGIONS), 100000 + number, 200000 + number);
	add_address(w, number);
	add_phones(w, 20000 + number);
	add_text(w, "transportation", 8, number);
	add_text(w, "accessibility", 8, number);
}

/* The visiting hours of the place of that number. */
static void add_schedule(struct writer *w, unsigned number)
{
	static const char *const days[] = {"MO,WE,TH", "TU,FR", "SA,SU", "2TU,-1FR"};
	static const char *const rules[] = {"open", "closed", "unknown"};
	unsigned hour = 8 + chance(w, 8);
	add_text(w, "name", 2, number);
	buf_printf(&w->text,
		"  \"location\": \"location-%u\",\n  \"visit_type\": \"short\",\n"
		"  \"timezone\": \"Europe/Riga\",\n  \"on_holidays\": \"%s\",\n"
		"  \"regular\": [{\"byday\": \"%s\", \"opens_at\": \"%02u:00\", "
		"\"closes_at\": \"%02u:30\"}, {\"byday\": \"SA\", \"opens_at\": null, "
		"\"closes_at\": null}],\n"
		"  \"exceptions\": [{\"date\": \"2026-11-%02u\", \"status\": \"closed\", "
		"\"reason\": {\"lv\": \"Remonts.\"}}],\n",
		number, rules[chance(w, ARRAY_LEN(rules))], days[chance(w, ARRAY_LEN(days))], hour,
		hour + 2, 22 + chance(w, 8));
}

static void add_word(struct writer *w, unsigned number)
{
	add_text(w, "name", 1, number);
}

struct kind {
	const char *name;
	const char *id; /* of its records, before their number */
	unsigned len;
	bool plain; /* a word of a taxonomy: no sources and dates */
	void (*add)(struct writer *w, unsigned number);
};

static const struct kind kinds[] = {
	{"services", "service", SERVICES, false, add_service},
	{"organizations", "organization", ORGANIZATIONS, false, add_organization},
	{"events", "event", EVENTS, false, add_event},
	{"locations", "location", LOCATIONS, false, add_location},
	{"schedules", "schedule", LOCATIONS, false, add_schedule},
	{"needs", "need", NEEDS, true, add_word},
	{"audiences", "audience", AUDIENCES, true, add_word},
	{"regions", "region", REGIONS, true, add_word},
	{"stages", "stage", STAGES, true, add_word},
	{"provider-types", "provider-type", PROVIDER_TYPES, true, add_word},
};

static void write_record(struct writer *w, const struct kind *kind, unsigned number)
{
	char folder[64], name[64];
	buf_adds(&w->text, "{\n");
	kind->add(w, number);
	if (kind->plain)
		buf_printf(&w->text, "  \"order\": %u\n", number);
	else
		add_facts(w);
	buf_adds(&w->text, "}\n");
	snprintf(folder, sizeof(folder), "data/%s", kind->name);
	snprintf(name, sizeof(name), "%s-%u.json", kind->id, number);
	put(w, folder, name);
}

int main(int argc, char **argv)
{
	struct writer w = {.state = 17};
	if (argc != 2) {
		fprintf(stderr, "usage: bench-records CONTENT\n");
		return 2;
	}
	w.dir = argv[1];
	buf_init(&w.text);
	buf_init(&w.path);
	for (size_t k = 0; k < ARRAY_LEN(kinds); k++)
		for (unsigned number = 0; number < kinds[k].len; number++)
			write_record(&w, &kinds[k], number);
	buf_release(&w.text);
	buf_release(&w.path);
	return 0;
}
