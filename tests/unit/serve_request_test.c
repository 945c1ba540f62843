#include <criterion/criterion.h>

#include "serve/content_type.h"
#include "serve/request.h"

static void expect_path(const char *sent, const char *path)
{
	struct arena arena;
	str got;
	arena_init(&arena);
	cr_assert(request_path(str_of(sent), &arena, &got), "%s was refused", sent);
	cr_assert(str_eq(got, str_of(path)), "%s: got %.*s", sent, STR_ARGS(got));
	arena_release(&arena);
}

static void refuse_bytes(str sent)
{
	struct arena arena;
	str got;
	arena_init(&arena);
	cr_assert_not(request_path(sent, &arena, &got), "%.*s was taken", STR_ARGS(sent));
	arena_release(&arena);
}

static void refuse_path(const char *sent)
{
	refuse_bytes(str_of(sent));
}

Test(request, path_of_a_page)
{
	expect_path("/", "");
	expect_path("/a/", "a/");
	expect_path("/ru/a.b/c-d.html", "ru/a.b/c-d.html");
}

Test(request, path_is_decoded_once)
{
	expect_path("/zv%C4%81ni/", "zvāni/");
	expect_path("/%7ea%20b%25", "~a b%");
	expect_path("/%252e%252e/", "%2e%2e/");
	expect_path("/a%2Bb+c", "a+b+c");
}

Test(request, path_stays_below_the_root)
{
	refuse_path("/..");
	refuse_path("/../");
	refuse_path("/a/../b");
	refuse_path("/a/./b");
	refuse_path("/%2e%2e/x");
	refuse_path("/.%2e/x");
	refuse_path("/..%2fx");
	refuse_path("/a%2fb");
	refuse_path("/a\\..\\b");
	refuse_path("/a%5c..%5cb");
}

Test(request, path_with_hidden_or_empty_parts)
{
	refuse_path("/.git/config");
	refuse_path("/a/.htaccess");
	refuse_path("//");
	refuse_path("//host/");
	refuse_path("/a//b");
	refuse_path("/a//");
}

Test(request, path_that_is_none)
{
	refuse_path("");
	refuse_path("*");
	refuse_path("a");
	refuse_path("http://localhost/");
}

Test(request, path_with_odd_bytes)
{
	refuse_path("/a%00.html");
	refuse_bytes(S("/a\0b"));
	refuse_path("/a%0d%0aX:");
	refuse_path("/a%7f");
	refuse_path("/%c4");
	refuse_path("/%c0%af");
	refuse_path("/\xff");
}

Test(request, path_with_half_an_escape)
{
	refuse_path("/%");
	refuse_path("/%4");
	refuse_path("/%4g");
	refuse_path("/%-1");
	/* The digits stand behind the slice. */
	refuse_bytes(str_n("/%41", 3));
}

Test(request, path_is_bounded)
{
	char sent[REQUEST_PATH_MAX + 2];
	memset(sent, 'a', sizeof(sent));
	sent[0] = '/';
	refuse_bytes(str_n(sent, sizeof(sent) - 1));
	struct arena arena;
	str got;
	arena_init(&arena);
	cr_assert(request_path(str_n(sent, REQUEST_PATH_MAX), &arena, &got));
	cr_assert_eq(got.len, REQUEST_PATH_MAX - 1);
	arena_release(&arena);
}

Test(request, names_of_this_machine)
{
	static const char *const hosts[] = {"localhost", "LocalHost:8000", "127.0.0.1",
		"127.0.0.1:8000", "127.1.2.3:1", "[::1]", "[::1]:8000"};
	for (size_t i = 0; i < ARRAY_LEN(hosts); i++)
		cr_assert(request_is_local(str_of(hosts[i])), "%s", hosts[i]);
}

Test(request, names_of_others)
{
	static const char *const hosts[] = {"", ":8000", "evil.example", "localhost.evil.example",
		"127.0.0.1.evil.example", "127.evil.example", "evil.example:127", "0.0.0.0",
		"192.168.0.1", "1127.0.0.1", "[::2]", "::1", "[::1", "localhost:", "localhost:x",
		"localhost:-1", "localhost@evil.example", "[fe80::1]:8000"};
	for (size_t i = 0; i < ARRAY_LEN(hosts); i++)
		cr_assert_not(request_is_local(str_of(hosts[i])), "%s", hosts[i]);
}

Test(request, content_types)
{
	cr_assert_str_eq(content_type(S("a/index.html")), "text/html; charset=utf-8");
	cr_assert_str_eq(content_type(S("karte.JPG")), "image/jpeg");
	cr_assert_str_eq(content_type(S("dati.tar.gz")), "application/octet-stream");
	cr_assert_str_eq(content_type(S("html")), "application/octet-stream");
	cr_assert_str_eq(content_type(S("x.html/a")), "application/octet-stream");
}
