#include "build/build.h"

/* The Makefile compiles this file again whenever another has changed. */
str build_version(void)
{
	return S("tilts " TILTS_VERSION " " __DATE__ " " __TIME__);
}
