/*
 * What a file of the site is made from. While a thread makes one, every input that
 * it looks at is noted: whoever reads what may differ from build to build does it
 * through a function that notes. The next build makes the file again only if one
 * of its inputs is another; all that has no input of its own here is one whole
 * (build/inputs.h), and when that is another, every file is made again.
 *
 * Values are read in depths where nobody knows for which file, so the reading at
 * hand is a variable of the thread.
 */
#ifndef MODEL_READING_H
#define MODEL_READING_H

#include "base/arena.h"
#include "base/vec.h"

enum input_kind {
	INPUT_TEXTS,    /* of a page, by its index: struct page_texts */
	INPUT_OUTDATED, /* of a page, by its index: page_is_outdated() */
	INPUT_LISTS,    /* of a page, by its index: struct page_lists */
	INPUT_BODY,     /* of a page's file, by its entry */
	INPUT_RECORD,   /* by its number: struct record_facts */
	INPUT_FACTS,    /* the same without texts that stand in several languages */
	INPUT_SPOKEN,   /* what of these texts stands in one language: see reading_note_text() */
	INPUT_WORDS,    /* of a language: see words_input() */
	INPUT_ANSWER,   /* to a fixed list in a language */
	INPUT_SAID,     /* about a page, by its index: said_about() */
	INPUT_HISTORY,  /* of the content: there is one */
	INPUT_KINDS
};

/* Inputs of all kinds are numbered together: first[kind] + n. */
struct input_numbers {
	uint32_t first[INPUT_KINDS + 1];
	const uint32_t
		*record_of; /* by source: the number of the record that it holds + 1; 0: none */
	uint32_t nsources, nlanguages;
};

/* One thread's; the inputs of the file being made, each once. */
struct reading {
	const struct input_numbers *numbers;
	uint32_t *seen;   /* for each input: when it was looked at last */
	uint32_t now;     /* goes on with each file and with each part that is begun */
	uint32_t file;    /* when the file was begun */
	uint32_t since;   /* when the innermost part was begun, or else the file */
	bool by_language; /* of records, what is said in languages that are not looked at does not
			     count */
	VEC(uint32_t) inputs;
	VEC(uint32_t) again; /* what parts looked at, and the file before */
};

void reading_init(struct reading *reading, const struct input_numbers *numbers);
void reading_release(struct reading *reading);

/* From here to reading_end() the calling thread notes its inputs. Who asks for `by_language`
 * chooses among the languages of a record's text by config_text() alone. */
void reading_begin(struct reading *reading, bool by_language);
void reading_end(void);

/* What is looked at from here to reading_resume(), which takes what this gave, is not noted: it is
 * one input together, and noted as that. */
struct reading *reading_pause(void);
void reading_resume(struct reading *paused);

/* Inputs of a part that many files have. */
struct reading_part {
	bool is_noted; /* false: nobody noted them */
	const uint32_t *inputs;
	size_t n;
};

/* Where a part was begun. */
struct reading_mark {
	uint32_t since;
	size_t ninputs, nagain;
};

/* What is noted from here to reading_part_end() is the file's, and given back as well, in
 * memory of `arena`. A part may have parts; each ends with what its begin gave. */
struct reading_mark reading_part_begin(void);
struct reading_part reading_part_end(struct reading_mark begin, struct arena *arena);
/* The file at hand has the part as well. False: what its inputs are is not known. */
bool reading_add_part(const struct reading_part *part);

extern _Thread_local struct reading *reading_at_hand; /* NULL: nothing is noted */

void reading_add(enum input_kind kind, size_t n);

static inline void reading_note(enum input_kind kind, size_t n)
{
	if (reading_at_hand)
		reading_add(kind, n);
}

static inline void reading_note_record(size_t number)
{
	if (reading_at_hand)
		reading_add(reading_at_hand->by_language ? INPUT_FACTS : INPUT_RECORD, number);
}

/* That a text in several languages was read in this one. `source` is the file it stands in. */
void reading_note_text(uint32_t source, uint32_t language);

#endif
