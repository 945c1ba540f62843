/* ICU's memory. */
#ifndef LOCALE_MEMORY_H
#define LOCALE_MEMORY_H

/* Before anything else of locale/, once: when memory is short, ICU ends the program
 * as all other parts do, with exit status 3, instead of finding no time zone. */
void locale_check_memory(void);

#endif
