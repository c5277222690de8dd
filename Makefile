# pith: extracts the main content of a web page. `make deps demo` shows it, `make deps check` tests
# it. `make V=1` shows the commands. To build in another directory: make -f path/to/pith/Makefile.

# The source tree: empty here, otherwise the path to it.
S := $(filter-out ./,$(dir $(firstword $(MAKEFILE_LIST))))
SELF = $(MAKE) -f $(S)Makefile

# `make deps check`: what is installed decides how the rest is built, so the rest is left to a make
# that reads this file after deps is done.
AFTER_DEPS := $(filter-out deps deps-%,$(MAKECMDGOALS))
ifneq (,$(and $(AFTER_DEPS),$(filter deps deps-%,$(MAKECMDGOALS))))
.PHONY: $(MAKECMDGOALS) deps-then-rest
$(MAKECMDGOALS): deps-then-rest
	@:
deps-then-rest:
	+@$(SELF) --no-print-directory $(filter deps deps-%,$(MAKECMDGOALS))
	+@$(SELF) --no-print-directory $(AFTER_DEPS)
else

VERSION := $(shell sed -n 's/^\#define PITH_VERSION "\(.*\)"/\1/p' $(S)include/pith.h)
SOVERSION := 0

PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
LIBDIR ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
MANDIR ?= $(PREFIX)/share/man

CC ?= cc
OBJCOPY ?= objcopy
INSTALL ?= install
CFLAGS ?= -O3 -g
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes
LIB_PACKAGES := gumbo libutf8proc
PROGRAM_PACKAGES := zlib
TEST_PACKAGES := cmocka

# Libraries that a build can do without: make WITHOUT='seccomp zstd brotli xz uchardet'. Libraries
# that pkg-config does not find are left out too.
WITHOUT ?=
PACKAGE_seccomp := libseccomp
PACKAGE_zstd := libzstd
PACKAGE_brotli := libbrotlidec
PACKAGE_xz := liblzma
PACKAGE_uchardet := uchardet
OPTIONAL := seccomp zstd brotli xz uchardet
WITH := $(foreach w,$(filter-out $(WITHOUT),$(OPTIONAL)), \
	$(if $(shell pkg-config --exists $(PACKAGE_$w) 2>/dev/null && echo yes),$w))
LEFT_OUT := $(filter-out $(WITH),$(OPTIONAL))
LIB_PACKAGES += $(filter uchardet,$(WITH))
PROGRAM_PACKAGES += $(foreach w,$(filter-out uchardet,$(WITH)),$(PACKAGE_$w))
WITH_FLAGS := $(foreach w,$(WITH),-DPITH_WITH_$(shell echo $w | tr a-z A-Z))

# Hardening, as far as the compiler supports it for this processor.
SUPPORTED = $(foreach f,$(1),$(shell $(CC) -Werror $(f) -x c -c -o /dev/null /dev/null 2>/dev/null && echo $(f)))
HARDENING := -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 $(call SUPPORTED,-fstack-protector-strong \
	-fstack-clash-protection -fcf-protection)
HARDENING_LINK := -Wl,-z,relro,-z,now
PIE := -pie

# The same commit gives the same bytes, wherever it is built.
REPRODUCIBLE := $(call SUPPORTED,-ffile-prefix-map=$(CURDIR)=.)

# The same page gives the same output, whatever the processor: the x87 unit of i386 computes floats
# with more precision than they have, so a score would differ in its last digit. SSE2 does not, and
# every processor since 2004 has it.
EVALUATION := $(shell echo __i386__ __FLT_EVAL_METHOD__ | $(CC) -std=c11 $(CFLAGS) -E -P -x c - 2>/dev/null)
PRECISION := $(if $(findstring 1 2,$(EVALUATION)),-msse2 -mfpmath=sse)

PACKAGE_CFLAGS := $(shell command -v pkg-config >/dev/null && pkg-config --cflags $(LIB_PACKAGES) $(PROGRAM_PACKAGES))
ALL_CFLAGS = -std=c11 $(WARNINGS) -fvisibility=hidden -fPIC -I$(S)include -I$(S)src $(PACKAGE_CFLAGS) \
	$(WITH_FLAGS) $(HARDENING) $(PRECISION) $(REPRODUCIBLE) $(CPPFLAGS) $(CFLAGS)
ALL_LDFLAGS = $(HARDENING_LINK) $(LDFLAGS)
LIB_LIBS = $(shell pkg-config --libs $(LIB_PACKAGES)) -lm
PROGRAM_LIBS = $(if $(PROGRAM_PACKAGES),$(shell pkg-config --libs $(PROGRAM_PACKAGES)))
TEST_LIBS = $(shell pkg-config --libs $(TEST_PACKAGES))

PYTHON ?= python3

# Prints a command in one short line: $(call say,CC,$@)command...
say = $(if $(filter 1,$(V)),,@$(if $(findstring s,$(firstword -$(MAKEFLAGS))),,printf '  %-8s%s\n' $(1) $(2);))

# Other kinds of builds (sanitizers, coverage) go to directories of their own: make BUILD=...
BUILD ?= build

ALL_PROGRAM_SOURCES := $(wildcard $(S)src/program/*.c $(S)src/program/*/*.c)
PROGRAM_SOURCES := $(filter-out %/worker/sandbox$(if $(filter seccomp,$(WITH)),_none).c,$(ALL_PROGRAM_SOURCES))
LIB_SOURCES := $(filter-out $(ALL_PROGRAM_SOURCES),$(wildcard $(S)src/*.c $(S)src/*/*.c $(S)src/*/*/*.c))
LIB_OBJECTS := $(LIB_SOURCES:$(S)src/%.c=$(BUILD)/%.o)
PROGRAM_OBJECTS := $(PROGRAM_SOURCES:$(S)src/%.c=$(BUILD)/%.o)
UNIT_TESTS := $(patsubst $(S)tests/unit/%.c,$(BUILD)/%,$(wildcard $(S)tests/unit/test_*.c))
# The sandbox is tested before all else: if it fails, nothing else matters.
SANDBOX_TEST := $(S)tests/test_sandbox.sh
PROGRAM_TESTS := $(SANDBOX_TEST) $(filter-out $(SANDBOX_TEST),$(wildcard $(S)tests/test_*.sh))
BENCH_TOOLS := $(patsubst $(S)bench/%.c,$(BUILD)/bench_%,$(wildcard $(S)bench/*.c))
BUILD_PACKAGES := gcc make pkg-config libgumbo-dev libutf8proc-dev zlib1g-dev libzstd-dev libbrotli-dev \
	liblzma-dev libuchardet-dev libseccomp-dev
DEBIAN_PACKAGES := $(BUILD_PACKAGES) libcmocka-dev python3 mandoc cmark cmark-gfm g++ binutils dpkg-dev \
	lintian zstd brotli xz-utils wget cppcheck parallel python3-distributed valgrind nodejs \
	python3-yaml pandoc

.PHONY: all deps deps-build demo check check-unit build-tests check-program clean bench-tools
.PHONY: check-asan check-asan-unit deps-ci check-threads check-valgrind fuzz fuzz-shapes soak lint
.PHONY: install uninstall dist deb deb-source bench-pipe check-scale .FORCE
.PHONY: model model-dump-lines train-tools words
.PHONY: bench bench-python bench-speed bench-scorer bench-hostile bench-diff-scan bench-pages bench-compare bench-peers bench-floor

all: pith libpith.a libpith.so pith.pc

pith: $(PROGRAM_OBJECTS) $(LIB_OBJECTS)
	$(call say,LINK,'$@$(if $(LEFT_OUT), (without $(LEFT_OUT)))')$(CC) $(ALL_CFLAGS) $(PIE) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS) $(PROGRAM_LIBS)

# A single object whose internal names are local, so that none clashes with the caller's program.
libpith.a: $(LIB_OBJECTS)
	@rm -f $@
	$(call say,AR,$@)$(LD) -r -o $(BUILD)/libpith.o $^ && \
		$(OBJCOPY) --localize-hidden $(BUILD)/libpith.o && $(AR) rcsD $@ $(BUILD)/libpith.o

libpith.so: $(LIB_OBJECTS)
	$(call say,LINK,$@)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -shared -Wl,-soname,$@.$(SOVERSION) \
		-o $@.$(VERSION) $^ $(LIB_LIBS)
	@ln -sf $@.$(VERSION) $@.$(SOVERSION)
	@ln -sf $@.$(SOVERSION) $@

# Made every time, since it contains the directories given to this run.
pith.pc: .FORCE
	@printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$(LIBDIR)' 'includedir=$(INCLUDEDIR)' '' \
		'Name: pith' 'Description: Extracts the main content of a web page, without the boilerplate' \
		'Version: $(VERSION)' 'Requires.private: $(LIB_PACKAGES)' \
		'Libs: -L$${libdir} -lpith' 'Libs.private: -lm' 'Cflags: -I$${includedir}' >$@

# Objects are rebuilt when the flags change.
$(BUILD)/flags: .FORCE
	@mkdir -p $(@D)
	@echo '$(ALL_CFLAGS)' | cmp -s - $@ || echo '$(ALL_CFLAGS)' >$@

$(BUILD)/%.o: $(S)src/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/unit/%.o: $(S)tests/unit/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) -MMD -MP -I$(S)tests/unit -c -o $@ $<

# Kept for the next build, though nothing names them.
.SECONDARY: $(UNIT_TESTS:$(BUILD)/%=$(BUILD)/unit/%.o)

$(BUILD)/test_%: $(BUILD)/unit/test_%.o $(LIB_OBJECTS)
	$(call say,TEST,$@)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $(filter %.o,$^) $(LIB_LIBS) $(TEST_LIBS)

# The tests of the program's own functions.
PROGRAM_PARTS := $(filter-out %/main.o,$(PROGRAM_OBJECTS)) $(LIB_OBJECTS)
$(BUILD)/test_program_%: $(BUILD)/unit/test_program_%.o $(PROGRAM_PARTS)
	$(call say,TEST,$@)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $(filter %.o,$^) $(LIB_LIBS) $(PROGRAM_LIBS) $(TEST_LIBS)

# Its malloc fails on demand.
$(BUILD)/test_out_of_memory: TEST_LIBS += $(foreach f,malloc calloc realloc free,-Wl,--wrap=$(f))

# It sees what iconv is asked for.
$(BUILD)/test_charset: TEST_LIBS += -Wl,--wrap=iconv_open

$(BUILD)/bench_%: $(S)bench/%.c $(LIB_OBJECTS)
	$(call say,LINK,$@)$(CC) $(ALL_CFLAGS) -MMD -MP $(ALL_LDFLAGS) -o $@ $< $(LIB_OBJECTS) $(LIB_LIBS)

$(BUILD):
	mkdir -p $@

bench-tools: $(BENCH_TOOLS)

# Tools that read whole sets of pages.
PAGE_TOOLS := $(BUILD)/bench_speed $(BUILD)/bench_scorer $(BUILD)/bench_diff_scan

$(PAGE_TOOLS): $(BUILD)/bench_%: $(S)bench/%.c $(S)bench/train/page_file.c $(LIB_OBJECTS)
	$(call say,LINK,$@)$(CC) $(ALL_CFLAGS) -I$(S)bench $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS) $(shell pkg-config --libs zlib)

# Any folder of pages (.html, .html.gz).
PAGES ?= corpus
LIST_PAGES = find $(PAGES) -type f '(' -name '*.html' -o -name '*.html.gz' ')' | sort

# All of pith against Gumbo's parsing alone, in one process; the last line is "ratio R".
bench-speed: $(BUILD)/bench_speed
	@$(LIST_PAGES) | $(BUILD)/bench_speed $(ROUNDS)

# The trees alone, in plain C, with AVX2 and with AVX-512; the last line is "same bits".
bench-scorer: $(BUILD)/bench_scorer
	@$(LIST_PAGES) | $(BUILD)/bench_scorer $(ROUNDS)

# `pith --jsonl` against the library, and two workers against one; the last line is "ratio R".
bench-pipe: pith libpith.so
	@$(LIST_PAGES) | $(PYTHON) bench/pipe.py ./pith ./libpith.so $(ROUNDS)

# Checks that the passages of --chunks are the text and are at the positions they give.
bench-chunks: pith
	@$(PYTHON) $(S)bench/chunks.py ./pith $(PAGES)

# The Python module: pages per second with one thread and with two.
bench-python: libpith.so
	@PITH_LIBRARY=$(CURDIR)/libpith.so $(PYTHON) $(S)bench/python.py $(PAGES) $(ROUNDS)

# Time and memory of hostile shapes, up to pages of SIZE bytes, in each format; the last line is
# "N shapes of SIZE bytes, N bad". SIZE=16777216 is the largest page that the default limits allow.
SIZE ?= 1048576
bench-hostile: $(BUILD)/bench_hostile
	@$(BUILD)/bench_hostile $(SIZE)

# Checks that pages read the same with the prescan and without it.
bench-diff-scan: $(BUILD)/bench_diff_scan
	@$(LIST_PAGES) | $(BUILD)/bench_diff_scan

# The trainer's tools read models from files, and compressed pages.
TRAIN_TOOLS := $(BUILD)/train_rows $(BUILD)/train_extract $(BUILD)/train_dump_lines

$(BUILD)/train_%: $(S)bench/train/%.c $(S)bench/train/model_file.c $(S)bench/train/page_file.c $(LIB_OBJECTS)
	$(call say,LINK,$@)$(CC) $(ALL_CFLAGS) -I$(S)bench/train $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS) $(shell pkg-config --libs zlib)

train-tools: $(TRAIN_TOOLS)

# The trainer's tools without the models that are compiled in, which do not compile once a feature is
# new.
UNTRAINED = $(BUILD)/untrained

# Trains both models on PAGES, a folder of SET/ID.html.gz with SET/ID.json, and prints the figures
# of five-fold cross-validation by site. Needs python3-numpy, python3-scipy, python3-sklearn and
# python3-xgboost. The result is identical to the bit, however many processors there are.
model:
	$(SELF) BUILD=$(UNTRAINED) CPPFLAGS='$(CPPFLAGS) -DPITH_UNTRAINED' train-tools
	$(MODEL) --kind html --out src/generated/model_html.inc
	$(MODEL) --kind dump --out src/generated/model_dump.inc
	$(PYTHON) bench/train/golden.py $(UNTRAINED)/train_rows $(BUILD)/model/html.model corpus >tests/model_scores.tsv

# The model of the headline, byline and dateline of a dump, from titles, authors and dates known of
# PAGES; prints the figures of five folds by site. Uses the models above.
model-dump-lines:
	$(SELF) BUILD=$(UNTRAINED)-lines CPPFLAGS='$(CPPFLAGS) -DPITH_UNTRAINED_LINES' train-tools
	OPENBLAS_NUM_THREADS=1 $(PYTHON) bench/train/dump_lines.py --pages $(PAGES) --tools $(UNTRAINED)-lines --work $(BUILD)/model --out src/generated/model_dump_lines.inc

MODEL = OPENBLAS_NUM_THREADS=1 $(PYTHON) bench/train/train.py --pages $(PAGES) --tools $(UNTRAINED) --work $(BUILD)/model

# The tables of words, from src/lexicon/words.txt.
words:
	for t in table: slots:_slots filter:_filter kinds:_kinds heads:_heads; do \
		sh src/lexicon/words.sh $${t%:*} <src/lexicon/words.txt >src/generated/words$${t#*:}.inc || exit; done

# The corpus with its noise expanded, as a page set that any scorer can read.
bench-pages:
	$(PYTHON) bench/corpus.py expand bench/out/pages

bench: pith $(BUILD)/bench_peak bench-pages
	$(MAKE) -s bench-speed PAGES=bench/out/pages >bench/out/speed.txt
	$(PYTHON) bench/run.py --speed bench/out/speed.txt $(BENCH_ARGS)
	$(PYTHON) bench/structure_pages.py

bench-compare:
	$(PYTHON) bench/compare.py $(A) $(B) $(EXTRACTOR)

# Other extractors, in a directory that git does not track; those that cannot be installed are left
# out.
PEERS := $(BUILD)/peers
NPM_PEERS := jsdom@26.1.0 @mozilla/readability@0.6.0 defuddle@0.19.4 @extractus/article-extractor@9.0.1 \
	turndown@7.2.5 unfluff@3.2.0 html-to-text@10.0.1
DEBIAN_PEERS := $(if $(shell command -v npm),,nodejs npm) python3-readability lynx w3m elinks html2text \
	$(if $(shell command -v javac),,default-jdk-headless) libboilerpipe-java golang-go golang-github-advancedlogic-goose-dev

bench-peers: pith $(BUILD)/bench_peak
	-DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(DEBIAN_PEERS)
	mkdir -p $(PEERS)
	for p in $(NPM_PEERS); do npm install --silent --no-audit --no-fund --prefix $(PEERS) $$p || \
		echo "bench-peers: left out: $$p"; done
	cp bench/peers/node.mjs $(PEERS)
	-javac -cp /usr/share/java/boilerpipe.jar:/usr/share/java/nekohtml.jar:/usr/share/java/xercesImpl.jar \
		-d $(PEERS) bench/peers/BoilerpipePeer.java
	-GO111MODULE=off GOPATH=/usr/share/gocode go build -o $(PEERS)/goose bench/peers/goose.go
	$(MAKE) bench BENCH_ARGS="--installed $(PEERS) $(BENCH_ARGS)"

# Only quality, against the floor; nothing is timed, and nothing written.
bench-floor: pith
	$(PYTHON) bench/run.py --quick --floor bench/floor.json

# A bundled page before and after.
demo: pith
	@sh $(S)bench/demo.sh ./pith $(S)corpus/article-01.html

# Installation. DESTDIR is put before each path, and is not part of any installed file.
BASH_DIR ?= $(PREFIX)/share/bash-completion/completions
ZSH_DIR ?= $(PREFIX)/share/zsh/site-functions
FISH_DIR ?= $(PREFIX)/share/fish/vendor_completions.d
# Where python3 looks for modules below PREFIX, if it does.
PYTHON_DIR ?= $(or $(shell $(PYTHON) -c 'import site, sys; print(next(d for d in site.getsitepackages() \
	if d.startswith(sys.argv[1] + "/lib/python")))' $(PREFIX) 2>/dev/null),$(PREFIX)/lib/python3/dist-packages)
INSTALLED = $(BINDIR)/pith $(LIBDIR)/libpith.a $(LIBDIR)/libpith.so $(LIBDIR)/libpith.so.$(SOVERSION) \
	$(LIBDIR)/libpith.so.$(VERSION) $(LIBDIR)/pkgconfig/pith.pc $(INCLUDEDIR)/pith.h \
	$(MANDIR)/man1/pith.1 $(MANDIR)/man3/pith.3 $(BASH_DIR)/pith $(ZSH_DIR)/_pith $(FISH_DIR)/pith.fish \
	$(PYTHON_DIR)/pith.py

install: all
	$(INSTALL) -d $(sort $(dir $(INSTALLED:%=$(DESTDIR)%)))
	$(INSTALL) -m 755 pith $(DESTDIR)$(BINDIR)/
	$(INSTALL) -m 644 libpith.a $(DESTDIR)$(LIBDIR)/
	$(INSTALL) -m 644 libpith.so.$(VERSION) $(DESTDIR)$(LIBDIR)/
	ln -sf libpith.so.$(VERSION) $(DESTDIR)$(LIBDIR)/libpith.so.$(SOVERSION)
	ln -sf libpith.so.$(SOVERSION) $(DESTDIR)$(LIBDIR)/libpith.so
	$(INSTALL) -m 644 pith.pc $(DESTDIR)$(LIBDIR)/pkgconfig/
	$(INSTALL) -m 644 $(S)include/pith.h $(DESTDIR)$(INCLUDEDIR)/
	$(INSTALL) -m 644 $(S)man/pith.1 $(DESTDIR)$(MANDIR)/man1/
	$(INSTALL) -m 644 $(S)man/pith.3 $(DESTDIR)$(MANDIR)/man3/
	$(INSTALL) -m 644 $(S)src/bindings/python/pith.py $(DESTDIR)$(PYTHON_DIR)/
	./pith --completion=bash >$(DESTDIR)$(BASH_DIR)/pith
	./pith --completion=zsh >$(DESTDIR)$(ZSH_DIR)/_pith
	./pith --completion=fish >$(DESTDIR)$(FISH_DIR)/pith.fish
	chmod 644 $(DESTDIR)$(BASH_DIR)/pith $(DESTDIR)$(ZSH_DIR)/_pith $(DESTDIR)$(FISH_DIR)/pith.fish

uninstall:
	rm -f $(INSTALLED:%=$(DESTDIR)%)

# The committed tree as a self-contained tarball.
dist:
	git archive --format=tar.gz --prefix=pith-$(VERSION)/ -o pith-$(VERSION).tar.gz HEAD

# Debian packages of program, library and header, into build/deb.
deb: all
	sh .ci/deb $(VERSION) $(SOVERSION)

# The source package that builds the same, in build/deb-source.
deb-source:
	sh .ci/deb-source $(VERSION) $(SOVERSION)

# Only what the build needs.
deps-build:
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(BUILD_PACKAGES)

# What .ci/run needs in addition.
deps-ci: deps
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends clang clang-tidy clang-format llvm libclang-rt-dev \
		libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev

deps:
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(DEBIAN_PACKAGES)

# Puts the tests that take longest first, so that none of them runs alone at the end.
LONG_TESTS := %/test_install.sh %/test_hostile %/test_markdown.sh %/test_bench.sh %/test_floor.sh
longest_first = $(filter $(LONG_TESTS),$1) $(filter-out $(LONG_TESTS),$1)

# The tests run in the source tree; they find the program under test by its absolute path. At the
# end they print the time and the tests that were skipped.
RUN_TESTS = cd $(or $(S),.) && PITH=$${PITH:-$(CURDIR)/pith} sh tests/run.sh

check: pith libpith.so $(UNIT_TESTS)
	@$(RUN_TESTS) $(SANDBOX_TEST:$(S)%=%) $(call longest_first,$(abspath $(UNIT_TESTS)) $(filter-out %test_sandbox.sh,$(PROGRAM_TESTS:$(S)%=%)))

build-tests: $(UNIT_TESTS)

check-unit: $(UNIT_TESTS)
	@$(RUN_TESTS) $(call longest_first,$(abspath $(UNIT_TESTS)))

# All tests again, with every read and write checked. The tests of the program find it by PITH.
ASAN_FLAGS := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all

$(BUILD)/pith: $(PROGRAM_OBJECTS) $(LIB_OBJECTS)
	$(call say,LINK,'$@$(if $(LEFT_OUT), (without $(LEFT_OUT)))')$(CC) $(ALL_CFLAGS) $(PIE) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS) $(PROGRAM_LIBS)

# (The arena's tests request more memory than there is, and expect NULL.)
check-asan check-asan-unit: export ASAN_OPTIONS := allocator_may_return_null=1
check-asan check-asan-unit: export UBSAN_OPTIONS := print_stacktrace=1
check-asan-unit:
	$(SELF) BUILD=build/asan-$(notdir $(CC)) CFLAGS='$(ASAN_FLAGS)' HARDENING= check-unit

check-asan:
	$(SELF) BUILD=build/asan CFLAGS='$(ASAN_FLAGS)' HARDENING= build/asan/pith check-unit
	@export PITH=$(CURDIR)/build/asan/pith; $(RUN_TESTS) $(call longest_first,$(PROGRAM_TESTS:$(S)%=%))

# Threads that share nothing but articles, under the thread sanitizer.
$(BUILD)/threads: $(S)tests/threads.c $(LIB_OBJECTS)
	$(call say,LINK,$@)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -pthread -o $@ $^ $(LIB_LIBS)

check-threads:
	$(SELF) BUILD=build/tsan CFLAGS='-O1 -g -fsanitize=thread' HARDENING= build/tsan/threads
	TSAN_OPTIONS=suppressions=tests/threads.supp build/tsan/threads corpus/*-0[1-5].html tests/cases/*/page.html

# Tests that are meant to take time or memory are left to check-asan: valgrind is 30 times slower.
# (And it does not work in the sandbox.)
VALGRIND := valgrind -q --suppressions=tests/valgrind.supp --leak-check=full --error-exitcode=99
VALGRIND_TESTS = $(filter-out %/test_hostile %/test_out_of_memory,$(UNIT_TESTS))

check-valgrind: $(VALGRIND_TESTS) $(BUILD)/pith
	set -e; for t in $(VALGRIND_TESTS); do $(VALGRIND) $$t; done
	set -e; for f in corpus/*-0[1-3].*; do $(VALGRIND) $(BUILD)/pith --no-sandbox --format=json $$f >/dev/null; done

# Runs each fuzz target in turn for TIME seconds, from the seeds in tests/fuzz/seeds and the pages
# of corpus/ and tests/cases. An input that breaks a target is left in build/fuzz/; inputs that
# reach new code are kept in build/fuzz/found. FUZZ_TARGETS selects targets. fuzz_markdown needs
# libcmark-gfm-dev and libcmark-gfm-extensions-dev, fuzz_output libyaml-dev; they are left out without
# them.
# With RUNS=N each target instead reads N inputs made from the committed seeds alone, the same ones
# every time.
TIME ?= 600
RUNS ?=
FUZZ := build/fuzz
HAS_CMARK_GFM := $(wildcard /usr/include/cmark-gfm-core-extensions.h)
HAS_LIBYAML := $(wildcard /usr/include/yaml.h)
FUZZ_TARGETS ?= $(filter-out $(if $(HAS_CMARK_GFM),,fuzz_markdown) $(if $(HAS_LIBYAML),,fuzz_output),$(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/fuzz_*.c)))
FUZZ_SOURCES := $(LIB_SOURCES) $(filter-out src/program/main.c,$(PROGRAM_SOURCES))
FUZZ_OBJECTS := $(FUZZ_SOURCES:src/%.c=$(FUZZ)/obj/%.o)
FUZZ_LIBS = $(LIB_LIBS) $(PROGRAM_LIBS)

$(FUZZ)/fuzz_markdown: FUZZ_LIBS += -lcmark-gfm -lcmark-gfm-extensions
$(FUZZ)/fuzz_output: FUZZ_LIBS += -lyaml
$(FUZZ_TARGETS:%=$(FUZZ)/%): HARDENING :=

$(FUZZ)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	@clang $(ALL_CFLAGS) $(ASAN_FLAGS) -fsanitize=fuzzer-no-link -MMD -MP -c -o $@ $<

$(FUZZ)/fuzz_%: tests/fuzz/fuzz_%.c tests/fuzz/fuzz.h $(FUZZ_OBJECTS)
	@clang $(ALL_CFLAGS) $(ASAN_FLAGS) -fsanitize=fuzzer -o $@ $< $(FUZZ_OBJECTS) $(FUZZ_LIBS)

.SECONDARY: $(FUZZ_OBJECTS)

fuzz: $(FUZZ_TARGETS:%=$(FUZZ)/%)
	mkdir -p $(FUZZ)/seeds
	cp corpus/*.html corpus/*.dump.txt $(FUZZ)/seeds
	for f in tests/cases/*/page.*; do cp $$f $(FUZZ)/seeds/$$(echo $$f | tr / -); done
	@set -e; for t in $(FUZZ_TARGETS); do \
		found=$(FUZZ)/$(if $(RUNS),fresh,found)/$$t; $(if $(RUNS),rm -rf $$found;) mkdir -p $$found; echo "$$t:"; \
		case $$t in fuzz_page|fuzz_dump|fuzz_tree|fuzz_markdown|fuzz_output) pages=$(FUZZ)/seeds;; *) pages=;; esac; \
		seeds=tests/fuzz/seeds/$${t#fuzz_}; [ -d $$seeds ] || seeds=; \
		$(FUZZ)/$$t $(if $(RUNS),-seed=1 -runs=$(RUNS),-max_total_time=$(TIME)) -dict=tests/fuzz/page.dict -max_len=100000 -verbosity=0 -print_funcs=0 \
			-print_final_stats=1 -timeout=20 -rss_limit_mb=4096 -artifact_prefix=$(FUZZ)/$$t- \
			$$found $$pages $$seeds >$(FUZZ)/$$t.log 2>&1 || \
			grep -q 'run interrupted' $(FUZZ)/$$t.log || { tail -50 $(FUZZ)/$$t.log; exit 1; }; \
		grep '^stat::\(number\|average\)' $(FUZZ)/$$t.log; \
	done

# gcc's analyzer, clang-tidy, cppcheck and the format: about 8 minutes on one core. .clang-tidy and
# tests/lint.txt say what is not reported, and why.
lint:
	@sh $(S)tests/lint.sh -std=c11 -D_FORTIFY_SOURCE=0 -Isrc -Iinclude $(PACKAGE_CFLAGS) $(WITH_FLAGS)

# Real, hostile and damaged records for TIME seconds, while workers are killed, stopped and
# signalled.
soak: pith
	@$(PYTHON) $(S)tests/soak.py ./pith $(TIME) $(SEED)

# Searches for TIME seconds for shapes of tags that, repeated, make a page slow or deep.
fuzz-shapes: $(BUILD)/fuzz_shapes
	$(BUILD)/fuzz_shapes $(TIME) $(SEED)

$(BUILD)/fuzz_shapes: $(S)tests/fuzz/shapes.c $(LIB_OBJECTS)
	$(call say,LINK,$@)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS)

# Runs pith under engines that distribute work; slow, and needs packages of its own.
check-scale: pith libpith.so
	set -e; for t in tests/scale/test_*.sh; do sh $$t; done

check-program: pith libpith.so
	@$(RUN_TESTS) $(call longest_first,$(PROGRAM_TESTS:$(S)%=%))

clean:
	rm -rf build src/bindings/python/build src/bindings/python/*.egg-info pith libpith.a libpith.so* pith.pc bench/out pith-*.tar.gz

-include $(wildcard $(FUZZ)/obj/*.d $(FUZZ)/obj/*/*.d $(FUZZ)/obj/*/*/*.d) $(wildcard $(BUILD)/*.d $(BUILD)/*/*.d $(BUILD)/*/*/*.d)

endif
