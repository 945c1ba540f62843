/* libgit2's memory. */
#ifndef SOURCE_MEMORY_H
#define SOURCE_MEMORY_H

/* Before git_libgit2_init(): when memory is short, libgit2 ends the program as
 * all other parts do, with exit status 3, instead of telling half a listing. */
void memory_give_git(void);

#endif
