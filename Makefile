# tilts: `make site` renders content/ into public/, `make test` runs all tests.
# `make help` lists the rest. Local settings go into config.mak.

CC       = cc
CFLAGS   = -O2 -g
VARIANT  = release
JOBS     = $(shell nproc)
PREFIX   = /usr/local
-include config.mak

MAKEFLAGS += --no-builtin-rules
O         := build/$(VARIANT)
PACKAGES   = libcmark libcjson libgit2 yaml-0.1 icu-uc icu-i18n libical libmicrohttpd \
	     zlib libbrotlienc libxxhash nettle libqrencode libpcre2-8
WARNINGS   = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	     -Wmissing-prototypes -Wvla -Wwrite-strings -Wformat=2
TILTS_CFLAGS = -std=c11 -D_GNU_SOURCE -Isrc $(WARNINGS) -MMD -MP -pthread \
	     $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
TILTS_LIBS = $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lstemmer -lm -pthread

SOURCES    = $(wildcard src/*/*.c)
OBJECTS    = $(SOURCES:src/%.c=$O/%.o)
LIBRARY    = $(filter-out $O/cmd/main.o,$(OBJECTS))
UNITS      = $(wildcard tests/unit/*.c)
PROGRAMS   = $(patsubst tests/programs/%.c,%,$(wildcard tests/programs/*.c))

all: build/tilts

build/tilts: $O/tilts
	@cp $< $@

$O/tilts: $(OBJECTS)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(TILTS_LIBS)

$O/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(TILTS_CFLAGS) $(CFLAGS) -c -o $@ $<

$O/libtilts.a: $(LIBRARY)
	@rm -f $@
	@ar rcs $@ $^

# --- tests ------------------------------------------------------------------

$O/tests/unit: $(UNITS:tests/unit/%.c=$O/tests/unit-objects/%.o) $O/libtilts.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcriterion $(TILTS_LIBS)

$O/tests/unit-objects/%.o: tests/unit/%.c
	@mkdir -p $(@D)
	$(CC) $(TILTS_CFLAGS) $(CFLAGS) -c -o $@ $<

build/tests/%: $O/tests/%
	@mkdir -p $(@D)
	@cp $< $@

$O/tests/%: tests/programs/%.c $O/libtilts.a
	@mkdir -p $(@D)
	$(CC) $(TILTS_CFLAGS) $(CFLAGS) $(LDFLAGS) -MF $@.d -o $@ $< $O/libtilts.a $(TILTS_LIBS)

unit: $O/tests/unit
	$< --short-filename -j$(JOBS)

layers:
	@awk -f src/layers.awk src/LAYERS src/*/*.[ch]

format:
	clang-format -i src/*/*.[ch] $(wildcard tests/*/*.[ch])

format-check:
	clang-format --dry-run --Werror src/*/*.[ch] $(wildcard tests/*/*.[ch])

clean:
	rm -rf build

.PHONY: all unit layers format format-check clean
.SECONDARY:
-include $(shell find build -type f -name '*.d' 2>/dev/null)
