# tilts: `make site` renders content/ into public/, `make test` runs all tests,
# `make help` lists the rest. Local settings go into config.mak.

CC       = cc
CFLAGS   = -O2 -g
VARIANT  = release
JOBS     = $(shell nproc)
PREFIX   = /usr/local
SUDO     = $(shell test "$$(id -u)" = 0 || echo sudo)
# Debian's hardening; what a sanitizer watches goes without. All functions of libraries are
# found at the start (-z now), so that calls need no way round by a table (-fno-plt).
HARDENING = -fno-plt -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong \
	    -fstack-clash-protection -fPIE $(BRANCHES)
HARDENED_LINK = -pie -Wl,-z,relro,-z,now
BRANCHES  = $(or $(if $(filter x86_64%,$(MACHINE)),-fcf-protection),\
	    $(if $(filter aarch64%,$(MACHINE)),-mbranch-protection=standard))
-include config.mak
MACHINE  := $(shell $(CC) -dumpmachine 2>/dev/null)
ifneq ($(VARIANT),release)
HARDENING =
HARDENED_LINK =
endif

# The lines that compile are shown with V=1; else a terminal sees which file it is.
ifeq ($(V),)
Q = @
ifneq ($(MAKE_TERMOUT),)
SHOW = @printf '\r\033[K%s %s' compiling $<;
DONE = @printf '\r\033[K';
else
SHOW = @
DONE = @
endif
endif

MAKEFLAGS += --no-builtin-rules
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(JOBS)
endif
O         := build/$(VARIANT)
PACKAGES   = libcmark libcjson libgit2 libssh2 yaml-0.1 icu-uc icu-i18n libdeflate \
	     libbrotlienc libxxhash nettle libqrencode libpcre2-8 expat libjpeg libpng \
	     libwebp libwebpmux
# Loaded by the few runs that need them (sys/library.h), by the name that the linker would note.
LOADED     = microhttpd zip
soname     = $(shell objdump -p $$($(CC) -print-file-name=lib$(1).so) 2>/dev/null | \
	     sed -n 's/^ *SONAME *//p')
WARNINGS   = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	     -Wmissing-prototypes -Wvla -Wwrite-strings -Wformat=2 \
	     -Werror=incompatible-pointer-types
CPPFLAGS  := -std=c11 -D_GNU_SOURCE -Isrc $(WARNINGS) -MMD -MP -pthread \
	     $(shell pkg-config --cflags $(PACKAGES) $(LOADED:%=lib%) 2>/dev/null) \
	     -DLIBRARY_MICROHTTPD='"$(call soname,microhttpd)"' -DLIBRARY_ZIP='"$(call soname,zip)"'
LIBS      := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lstemmer -lm -pthread
COMPILE    = $(CC) $(CPPFLAGS) $(HARDENING) $(CFLAGS)
LINK       = $(CC) $(CFLAGS) $(HARDENED_LINK) $(LDFLAGS)

SOURCES    = $(wildcard src/*/*.c)
OBJECTS    = $(SOURCES:src/%.c=$O/%.o)
LIBRARY    = $(filter-out $O/cmd/main.o,$(OBJECTS))
UNITS      = $(wildcard tests/unit/*.c)
PROGRAMS   = $(patsubst tests/programs/%.c,build/tests/%,$(wildcard tests/programs/*.c))
LANGUAGES  = lv ru
CATALOGUES = $(LANGUAGES:%=$O/messages/C/LC_MESSAGES/%.mo)
FUZZERS    = $(filter-out frame replay,$(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c)))

# What `tilts new ci` and `tilts init` write, beside the program.
SAID      = $(patsubst content/data/schema.%.json,%,$(wildcard content/data/schema.*.json))
KINDS     = $(patsubst content/data/%/schema.json,%,$(wildcard content/data/*/schema.json))
SHARED    = $(wildcard src/ci/* src/start/* src/start/*/* templates/*.html templates/*/*) \
	    $(KINDS:%=content/data/%/schema.json) $(SAID:%=content/data/schema.%.json)

all: build/tilts

build/tilts: $O/tilts $(SHARED)
	@mkdir -p build/messages && cp -r $O/messages/. build/messages
	@mkdir -p build/ci build/schemas && cp src/ci/* build/ci
	@rm -rf build/start build/templates && cp -r src/start templates build
	@for k in $(KINDS); do cp content/data/$$k/schema.json build/schemas/$$k.json; done
	@mkdir -p build/said && for l in $(SAID); do cp content/data/schema.$$l.json build/said/$$l.json; done
	@install $< $@

$O/tilts: $(OBJECTS) $(CATALOGUES)
	$(DONE) $(LINK) -o $@ $(OBJECTS) $(LIBS)

# src/base/messages.h says why each language is a domain of the locale C.
$O/messages/C/LC_MESSAGES/%.mo: src/messages/%.po
	@mkdir -p $(@D)
	@msgfmt --check-format --check-domain -o $@ $<

# Touched when the way to compile changes: then everything is compiled again.
$O/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(COMPILE) $(LINK)' | cmp -s - $@ || echo '$(COMPILE) $(LINK)' >$@

# Which tilts it is, is when this was compiled: after any change.
$O/build/version.o: $(SOURCES) $(wildcard src/*/*.h src/*/*.def)

$O/%.o: src/%.c $O/flags
	@mkdir -p $(@D)
	$(SHOW) $(COMPILE) -c -o $@ $<

# The scripts of the form are part of the program.
$O/cms/asset.o: $(wildcard src/cms/*.js)

$O/libtilts.a: $(LIBRARY)
	@rm -f $@
	@ar rcs $@ $^

# --- what the two commands need: Debian's packages, and npm's for the pages -----

BUILD_PACKAGES = gcc pkg-config gettext libcmark-dev libcjson-dev libgit2-dev libssh2-1-dev \
	libyaml-dev libicu-dev libmicrohttpd-dev libdeflate-dev libbrotli-dev libxxhash-dev \
	nettle-dev libqrencode-dev libpcre2-dev libstemmer-dev libexpat1-dev libzip-dev \
	libjpeg62-turbo-dev libpng-dev libwebp-dev
TEST_PACKAGES  = cmark-gfm git perl curl strace libcriterion-dev zlib1g-dev nginx-light apache2-bin \
	caddy fcgiwrap openssh-server libxml2-utils jq python3-yaml python3-icalendar \
	python3-vobject python3-dateutil python3-jsonschema nodejs chromium \
	chromium-headless-shell faketime hunspell hunspell-lv hunspell-ru hunspell-en-gb \
	poppler-utils

# $(call install,packages): those that are missing, and says so.
define install
@command -v dpkg >/dev/null || { echo "Please install yourself: $(1)"; exit 0; }; \
missing=$$(for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
test -z "$$missing" || { echo "Installing from Debian:" $$missing; \
	$(SUDO) apt-get update -q && $(SUDO) env DEBIAN_FRONTEND=noninteractive \
	apt-get install -q -y --no-install-recommends $$missing; }
endef

packages:
	$(call install,$(BUILD_PACKAGES))

# The CMS of `tilts cms`, which looks at its hash itself.
build/decap-cms.js:
	@mkdir -p $(@D)
	@cd build && npm pack --loglevel=error decap-cms@3.16.3 >/dev/null && \
		tar -xzf decap-cms-3.16.3.tgz --strip-components=2 package/dist/decap-cms.js && \
		rm decap-cms-3.16.3.tgz && touch decap-cms.js

test-packages: packages
	$(call install,$(TEST_PACKAGES))
	@command -v npm >/dev/null || { echo "Installing npm"; $(SUDO) apt-get install -q -y npm; }
	@$(MAKE) --no-print-directory tests/node_modules build/decap-cms.js

tests/node_modules: tests/package-lock.json
	@echo "Installing from npm: tests/package.json"
	@cd tests && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund
	@touch $@

site: packages
	@echo 'Building build/tilts'
	@$(MAKE) --no-print-directory build/tilts
	@echo 'Rendering content/ into public/'
	$Qbuild/tilts build

# The whole guide of each language for a printer: build/booklet-<language>.pdf.
booklet: build/tilts
	build/tilts build
	src/booklet.sh public build

# --- tests ----------------------------------------------------------------------

# Quick, then whole sites, then other processes and a browser: some minutes.
test: test-packages
	@$(MAKE) --no-print-directory layers build/tilts $(PROGRAMS)
	@$(MAKE) --no-print-directory unit
	@$(MAKE) --no-print-directory mustache
	@$(MAKE) --no-print-directory replay
	prove -j$(JOBS) --timer tests/sites tests/cli
	@$(MAKE) --no-print-directory pages

# The form for editors: each value of the portal changed once, and an officer's day in Chromium.
forms: build/tilts build/decap-cms.js tests/node_modules
	build/tilts cms build/admin --decap build/decap-cms.js
	node tests/cms/bytes.js build/admin content
	cd tests && npx --no-install playwright test -c cms/playwright.config.js

# Everything: what takes long, and what looks at the code, as well.
check: test forms format-check lint
	@$(MAKE) --no-print-directory sanitized
	@$(MAKE) --no-print-directory long

# All places and pages of which `make test` tries some; the package, installed and
# measured; programs that run for months.
long: build/tilts $(PROGRAMS) tests/node_modules
	$(call install,dpkg-dev lintian systemd strace lighttpd)
	LONG=1 prove -j$(JOBS) --timer tests/cli/publish-fail.t tests/cli/memory.t tests/cli/oracles.t \
		tests/cli/edits-kill.t tests/cli/booklet.t tests/cli/source-history.t
	prove -v --timer tests/long
	@$(MAKE) --no-print-directory pages LONG=1

# Criterion leaks a piece of its own; ours would still be told.
unit: $O/tests/unit
	LSAN_OPTIONS=suppressions=tests/unit/criterion.supp $< --short-filename -j$(JOBS)

$O/tests/unit: $(UNITS:tests/unit/%.c=$O/tests/unit-objects/%.o) $O/libtilts.a
	$(DONE) $(LINK) -o $@ $^ -lcriterion -lbrotlidec -lz $(LIBS)

$O/tests/unit-objects/%.o: tests/unit/%.c $O/flags
	@mkdir -p $(@D)
	$(SHOW) $(COMPILE) -c -o $@ $<

# By name, so that one that is gone is missed.
MUSTACHE = comments delimiters dynamic-names inheritance interpolation inverted partials sections
mustache: build/tests/mustache-spec
	$< $(MUSTACHE:%=tests/mustache/%.json)

build/tests/%: $O/tests/%
	@mkdir -p $(@D)
	@cp $< $@

$O/tests/%: tests/programs/%.c $O/libtilts.a
	@mkdir -p $(@D)
	$Q$(COMPILE) $(HARDENED_LINK) $(LDFLAGS) -MF $@.d -o $@ $< $O/libtilts.a $(LIBS)

# Each fuzzer's corpus, as an ordinary test.
replay: $(FUZZERS:%=$O/tests/replay-%)
	@for fuzzer in $(FUZZERS); do \
		$O/tests/replay-$$fuzzer tests/fuzz/corpus/$$fuzzer/* || exit 1; done

FRAME = tests/fuzz/frame.c
$O/tests/replay-%: tests/fuzz/%.c $(FRAME) tests/fuzz/replay.c $O/libtilts.a
	@mkdir -p $(@D)
	$Q$(COMPILE) $(HARDENED_LINK) $(LDFLAGS) -MF $@.d -o $@ tests/fuzz/$*.c $(FRAME) \
		tests/fuzz/replay.c $O/libtilts.a $(LIBS)

# The portal on the day for which the tests are written, in Chromium.
PORTAL_DAY = $(shell cat tests/pages/day)
pages: build/tilts tests/node_modules
	build/tilts build --output build/portal --now $(PORTAL_DAY)
	cd tests && $(if $(LONG),LONG=1) npx --no-install playwright test

# What was never written to is no zero by chance.
ADDRESS   = -fsanitize=address,undefined -fno-sanitize-recover=undefined \
	    -ftrivial-auto-var-init=pattern
SANITIZED = $(MAKE) --no-print-directory VARIANT=$(1) CFLAGS='-O1 -g $(2)' LDFLAGS='$(2)'

# Long: a build after any change equals a cold one.
edits: build/tilts
	tests/edits/run --edits 2000 --seed $(or $(SEED),1)
	tests/edits/run --site content --edits 200 --seed $(or $(SEED),1)

# The tests again on other days and in other zones.
days: build/tilts $(PROGRAMS) $O/tests/unit
	$(call install,faketime)
	tests/days $O/tests/unit

# Some messages tell which words tilts has: a program finds them beside itself.
$O/start: $(wildcard src/start/*/*)
	@mkdir -p $(@D) && rm -rf $@ && cp -r src/start $@

asan:
	+@$(call SANITIZED,asan,$(ADDRESS) -DARENA_DEBUG) build/asan/tilts build/asan/start unit replay
	ASAN_OPTIONS=detect_stack_use_after_return=1 TILTS=build/asan/tilts \
		prove -j$(JOBS) tests/sites tests/cli/serve.t tests/cli/follow*.t

ubsan:
	+@$(call SANITIZED,ubsan,-fsanitize=undefined -fno-sanitize-recover=undefined) unit replay

# Criterion itself is not clean under this one, so whole builds are run.
tsan:
	+@$(call SANITIZED,tsan,-fsanitize=thread) build/tsan/tilts
	build/tsan/tilts check --jobs 8
	TILTS=build/tsan/tilts prove tests/cli/serve.t tests/cli/follow.t tests/cli/follow-troubles.t

sanitized: asan tsan

valgrind: build/tilts
	valgrind --error-exitcode=9 --leak-check=full build/tilts check --jobs 2

# Objects once, with clang; then each fuzzer for itself. What it finds stays in build/corpus.
FUZZ_SECONDS = 60
fuzz:
	+@$(call SANITIZED,fuzz,-fsanitize=fuzzer-no-link $(ADDRESS) -DARENA_DEBUG) CC=clang \
		WARNINGS= $(FUZZERS:%=fuzz-%)

fuzz-%: $O/tests/fuzz-%
	@mkdir -p build/corpus/$*
	$< -max_total_time=$(FUZZ_SECONDS) -verbosity=0 -print_funcs=0 -print_final_stats=1 \
		-artifact_prefix=build/corpus/$*- build/corpus/$* tests/fuzz/corpus/$*

$O/tests/fuzz-%: tests/fuzz/%.c $(FRAME) $O/libtilts.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -fsanitize=fuzzer -MF $@.d -o $@ $< $(FRAME) \
		$O/libtilts.a $(LIBS)

# Lines that no test runs: each file's share, the least first; build/coverage/*.gcov shows them.
coverage: $(PROGRAMS)
	+@$(call SANITIZED,coverage,--coverage -O0) build/coverage/tilts unit replay
	TILTS=$(CURDIR)/build/coverage/tilts prove -j$(JOBS) tests/cli tests/sites
	@ln -sfn ../../src build/coverage/src
	@cd build/coverage && for source in $(SOURCES:src/%=%); do \
		gcov -p -r -o $${source%.c}.o src/$$source; done 2>/dev/null | \
		sed -n "/^File 'src.*c'/{s/^File '\(.*\)'/\1/;N;s/\(.*\)\n.*:\(.*\)% of \(.*\)/\2 % of \3 lines: \1/p}" | \
		sort -n

bench: build/tilts $(PROGRAMS) tests/node_modules
	tests/bench/run
	build/tilts build --output build/portal --now $(PORTAL_DAY)
	node tests/bench/search.mjs build/portal
	node tests/bench/keystroke.mjs build/portal
	node tests/bench/peers.mjs build/portal

# --- the code itself ----------------------------------------------------------------

layers:
	@awk -f src/layers.awk src/LAYERS src/*/*.[ch]
	@awk -f src/circles.awk src/*/*.[ch] src/*/*.[ch]
	@! grep -nE '(->|\.)(texts|lists|facts|strings|history)_\>' \
		$(filter-out src/model/% src/build/% src/view/names.c,$(SOURCES)) || \
		{ echo 'read through the functions that note it: src/model/reading.h'; exit 1; }

# Every text that can be translated, from the code as it is.
XGETTEXT = xgettext --from-code=UTF-8 --language=C --no-location --sort-output \
	--package-name=tilts --keyword= --keyword=_ --keyword=N_ --keyword=ngettext:1,2 \
	--keyword=diag_add:4 --keyword=diag_note:3 --keyword=D:4 \
	--flag=diag_add:4:c-format --flag=diag_note:3:c-format

build/messages.pot: src/diag/diag.def $(SOURCES)
	@mkdir -p $(@D)
	@LC_ALL=C.UTF-8 $(XGETTEXT) -o $@ $^

# Brings the catalogues up to date with the code: what is new is empty there.
messages: build/messages.pot
	@for l in $(LANGUAGES); do msgmerge --quiet --update --backup=none --no-fuzzy-matching \
		--sort-output --no-location src/messages/$$l.po $<; \
		msgattrib --no-obsolete -o src/messages/$$l.po src/messages/$$l.po; \
		sed -i '/^"POT-Creation-Date/d; /^"Report-Msgid/d' src/messages/$$l.po; \
		msgfmt --check-format --check-domain --statistics -o /dev/null src/messages/$$l.po; done

# No text without a translation, and no translation without its text.
messages-check: build/messages.pot
	@for l in $(LANGUAGES); do msgcmp src/messages/$$l.po $< || exit 1; done

clang-packages:
	$(call install,clang-tidy clang-format)

lint: $(SOURCES:src/%.c=build/lint/%)

# Seconds for each file, so only for those whose text, with all that it includes, is another
# one than when it was found good: build/lint/* hold the sums.
LINTED = $(filter-out $(WARNINGS) -MMD -MP,$(CPPFLAGS))
build/lint/%: src/%.c $O/%.o .clang-tidy | clang-packages
	@mkdir -p $(@D)
	@(cat .clang-tidy; $(CC) -E -CC $(LINTED) $<) | sha256sum >$@.sum
	@if cmp -s $@.sum $@; then touch $@; else \
		echo 'clang-tidy $<'; clang-tidy --quiet -p none $< -- $(LINTED); fi
	@mv $@.sum $@

CODE = $(wildcard src/*/*.[ch] tests/*/*.[ch])
format: clang-packages
	clang-format -i $(CODE)
format-check: clang-packages
	clang-format --dry-run --Werror $(CODE)

install: build/tilts
	install -D build/tilts $(DESTDIR)$(PREFIX)/bin/tilts
	cd build && for l in $(LANGUAGES); do install -D -m 644 messages/C/LC_MESSAGES/$$l.mo \
		$(DESTDIR)$(PREFIX)/share/tilts/messages/C/LC_MESSAGES/$$l.mo; done
	for g in src/ci/*; do install -D -m 644 $$g $(DESTDIR)$(PREFIX)/share/tilts/ci/$${g##*/}; done
	cd $(DESTDIR)$(PREFIX)/share/tilts && rm -rf start templates
	cp -R src/start templates $(DESTDIR)$(PREFIX)/share/tilts
	for k in $(KINDS); do install -D -m 644 content/data/$$k/schema.json \
		$(DESTDIR)$(PREFIX)/share/tilts/schemas/$$k.json; done
	for l in $(SAID); do install -D -m 644 content/data/schema.$$l.json \
		$(DESTDIR)$(PREFIX)/share/tilts/said/$$l.json; done
	install -D -m 644 src/cmd/tilts.1 $(DESTDIR)$(PREFIX)/share/man/man1/tilts.1

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/share/tilts
	rm -f $(DESTDIR)$(PREFIX)/bin/tilts $(DESTDIR)$(PREFIX)/share/man/man1/tilts.1

# For Debian and its kin: the program, its service, templates and schemas.
deb: build/tilts
	$(call install,dpkg-dev)
	+@src/deb/build build

clean:
	rm -rf build

help:
	@echo 'site       install what is missing, build tilts, render content/ into public/'
	@echo 'test       install what the tests need, run them all'
	@echo 'booklet    the whole guide of each language as PDF, by Chromium'
	@echo 'all        build/tilts alone'
	@echo 'check      test, the sanitizers, long, format-check and lint: an hour'
	@echo 'long       what test tries in some places, in all of them; the package; months of following'
	@echo 'unit mustache replay pages    parts of test'
	@echo 'forms      the form for editors: each value of the portal changed once, an officer in a browser'
	@echo 'asan ubsan tsan valgrind      tests under a sanitizer'
	@echo 'days       the tests on other days and in other time zones'
	@echo 'fuzz       every fuzzer for FUZZ_SECONDS=60'
	@echo 'edits      random edits of whole sites: each build equals a cold one'
	@echo 'bench      speed against the bare cost of reading, cmark and writing'
	@echo 'messages   bring the catalogues in src/messages/ up to date with the code'
	@echo 'lint format format-check layers coverage'
	@echo 'install uninstall             below PREFIX=/usr/local'
	@echo 'deb        a Debian package with the service that follows a repository'
	@echo 'clean'
	@echo 'V=1        shows the compiler lines as well'

.PHONY: all packages test-packages clang-packages site booklet test forms check long unit mustache \
	replay pages asan ubsan tsan sanitized valgrind edits days fuzz coverage bench layers messages \
	messages-check lint format format-check install uninstall deb clean help FORCE
.SECONDARY:
-include $(shell find build -type f -name '*.d' 2>/dev/null)
