#include <criterion/criterion.h>
#include <string.h>

#include "chart/qr.h"

#define SIDE_MAX 200

struct picture {
	bool dark[SIDE_MAX][SIDE_MAX];
	int side;
};

static int number(const char **at)
{
	return (int)strtol(*at, (char **)at, 10);
}

static int side_of(str svg)
{
	size_t box = str_find(svg, S("viewBox=\"0 0 "));
	const char *at = svg.ptr + box + sizeof("viewBox=\"0 0 ") - 1;
	return number(&at);
}

/* Draws the path as a browser would: M and m move, h draws to the right. */
static struct picture draw(str svg)
{
	struct picture picture = {.side = side_of(svg)};
	const char *at = svg.ptr + str_find(svg, S("stroke=\"#000\" d=\""));
	int x = 0, y = 0;
	for (at += sizeof("stroke=\"#000\" d=\"") - 1; *at != '"';) {
		char command = *at++;
		int dx = number(&at);
		if (command == 'M') {
			x = dx;
			y = number(&at);
			at += sizeof(".5") - 1;
		} else if (command == 'm') {
			x += dx;
			number(&at);
		}
		for (int i = 0; command == 'h' && i < dx; i++)
			picture.dark[y][x++] = true;
	}
	return picture;
}

static void expect_finder(const struct picture *picture, int left, int top)
{
	static const char *const finder[] = {
		"#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"};
	for (int y = 0; y < 7; y++)
		for (int x = 0; x < 7; x++)
			cr_assert_eq(picture->dark[top + y][left + x], finder[y][x] == '#');
}

Test(qr, draws_a_code_with_its_corners_and_white_around)
{
	struct arena arena;
	arena_init(&arena);
	struct picture picture = draw(qr_svg(S("https://tilts.example/cietumi/"), &arena));
	int far = picture.side - 4 - 7;
	expect_finder(&picture, 4, 4);
	expect_finder(&picture, far, 4);
	expect_finder(&picture, 4, far);
	for (int i = 0; i < picture.side; i++)
		for (int edge = 0; edge < 4; edge++)
			cr_assert(!picture.dark[edge][i] && !picture.dark[i][edge]);
	arena_release(&arena);
}

Test(qr, is_the_same_each_time_and_escapes_its_name)
{
	struct arena arena;
	arena_init(&arena);
	str text = S("https://tilts.example/?a=1&b=<2>");
	str svg = qr_svg(text, &arena);
	cr_assert(str_eq(svg, qr_svg(text, &arena)));
	cr_assert(str_find(svg, S("<title>https://tilts.example/?a=1&amp;b=&lt;2&gt;</title>")) !=
		  STR_NONE);
	cr_assert(svg.len < 4000, "%zu bytes", svg.len);
	arena_release(&arena);
}

Test(qr, gives_nothing_for_what_does_not_fit)
{
	struct arena arena;
	static char text[4000];
	arena_init(&arena);
	memset(text, 'a', sizeof(text));
	cr_assert(!qr_svg(str_n(text, sizeof(text)), &arena).len);
	cr_assert(!qr_svg(S(""), &arena).len);
	arena_release(&arena);
}
