/* The three streams that every program is given: input, output, messages. */
#ifndef SYS_STREAMS_H
#define SYS_STREAMS_H

/* Before anything else is opened: one that the caller closed leads nowhere from now on. Else
 * the next file or socket would have its number, and what is printed would go into that. */
void streams_open(void);

/* The end of standard output. An errno value: not all that was printed came through. */
int streams_close(void);

#endif
