/* Numbers of two and four bytes as files hold them, the high byte first or the low one. */
#ifndef BASE_ENDIAN_H
#define BASE_ENDIAN_H

#include <stdint.h>

static inline uint32_t big16(const unsigned char *p)
{
	return (uint32_t)p[0] << 8 | p[1];
}

static inline uint32_t big32(const unsigned char *p)
{
	return big16(p) << 16 | big16(p + 2);
}

static inline uint32_t little16(const unsigned char *p)
{
	return (uint32_t)p[1] << 8 | p[0];
}

static inline uint32_t little32(const unsigned char *p)
{
	return little16(p + 2) << 16 | little16(p);
}

#endif
