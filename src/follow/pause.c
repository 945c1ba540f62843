#include "follow/pause.h"

int64_t pause_ms(unsigned interval_s, unsigned failures)
{
	int64_t pause = interval_s;
	for (unsigned i = 0; i < failures && pause < PAUSE_MAX_S; i++)
		pause = 2 * pause < PAUSE_MAX_S ? 2 * pause : PAUSE_MAX_S;
	return pause * 1000;
}
