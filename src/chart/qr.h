/* QR codes as pictures in the page (ISO/IEC 18004, by libqrencode). */
#ifndef CHART_QR_H
#define CHART_QR_H

#include "base/arena.h"

/*
 * An <svg> of the text, black on white in light and dark, with the quiet zone
 * that readers need; "" when the text is too long (about 2 300 bytes). Its name
 * for people who do not see it is the text. Error correction M: a crumpled
 * sheet still reads.
 */
str qr_svg(str text, struct arena *arena);

#endif
