# pith: the main content of a web page. `make deps demo` to see it, `make deps check` to test it.

VERSION := $(shell sed -n 's/^\#define PITH_VERSION "\(.*\)"/\1/p' include/pith.h)
SOVERSION := 0

PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
LIBDIR ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
MANDIR ?= $(PREFIX)/share/man

CC ?= cc
CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes
LIB_PACKAGES := gumbo libutf8proc
PROGRAM_PACKAGES := zlib libseccomp
TEST_PACKAGES := cmocka
ALL_CFLAGS = -std=c11 $(WARNINGS) -fvisibility=hidden -fPIC -Iinclude -Isrc \
	$(shell pkg-config --cflags $(LIB_PACKAGES) $(PROGRAM_PACKAGES)) $(CPPFLAGS) $(CFLAGS)
LIB_LIBS = $(shell pkg-config --libs $(LIB_PACKAGES)) -lm
PROGRAM_LIBS = $(if $(PROGRAM_PACKAGES),$(shell pkg-config --libs $(PROGRAM_PACKAGES)))
TEST_LIBS = $(shell pkg-config --libs $(TEST_PACKAGES))

# A build of another kind (sanitizers, coverage) goes to a directory of its own: make BUILD=...
BUILD ?= build

PROGRAM_SOURCES := src/main.c $(wildcard src/options.c src/input_*.c src/output_*.c src/worker_*.c)
LIB_SOURCES := $(filter-out $(PROGRAM_SOURCES),$(wildcard src/*.c))
LIB_OBJECTS := $(LIB_SOURCES:src/%.c=$(BUILD)/%.o)
PROGRAM_OBJECTS := $(PROGRAM_SOURCES:src/%.c=$(BUILD)/%.o)
UNIT_TESTS := $(patsubst tests/unit/%.c,$(BUILD)/%,$(wildcard tests/unit/test_*.c))
BENCH_TOOLS := $(patsubst bench/%.c,$(BUILD)/bench_%,$(wildcard bench/*.c))
DEBIAN_PACKAGES := gcc make pkg-config libgumbo-dev libutf8proc-dev libcmocka-dev \
	zlib1g-dev libseccomp-dev

.PHONY: all deps demo check check-unit check-program clean bench-tools

all: pith libpith.a libpith.so pith.pc

pith: $(PROGRAM_OBJECTS) libpith.a
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIB_LIBS) $(PROGRAM_LIBS)

libpith.a: $(LIB_OBJECTS)
	rm -f $@
	$(AR) rcs $@ $^

libpith.so: $(LIB_OBJECTS)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -shared -Wl,-soname,$@.$(SOVERSION) -o $@.$(VERSION) $^ $(LIB_LIBS)
	ln -sf $@.$(VERSION) $@.$(SOVERSION)
	ln -sf $@.$(SOVERSION) $@

pith.pc: Makefile include/pith.h
	printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$(LIBDIR)' 'includedir=$(INCLUDEDIR)' '' \
		'Name: pith' 'Description: The main content of a web page, without the boilerplate' \
		'Version: $(VERSION)' 'Requires.private: $(LIB_PACKAGES)' \
		'Libs: -L$${libdir} -lpith' 'Libs.private: -lm' 'Cflags: -I$${includedir}' >$@

$(BUILD)/%.o: src/%.c | $(BUILD)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/test_%: tests/unit/test_%.c $(LIB_OBJECTS)
	$(CC) $(ALL_CFLAGS) -MMD -MP -Itests/unit $(LDFLAGS) -o $@ $< $(LIB_OBJECTS) $(LIB_LIBS) $(TEST_LIBS)

$(BUILD)/bench_%: bench/%.c $(LIB_OBJECTS)
	$(CC) $(ALL_CFLAGS) -MMD -MP $(LDFLAGS) -o $@ $< $(LIB_OBJECTS) $(LIB_LIBS)

$(BUILD):
	mkdir -p $@

bench-tools: $(BENCH_TOOLS)

deps:
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(DEBIAN_PACKAGES)

check: check-unit check-program

check-unit: $(UNIT_TESTS)
	set -e; for t in $(UNIT_TESTS); do $$t; done

check-program: pith
	set -e; for t in $(wildcard tests/test_*.sh); do sh $$t; done

clean:
	rm -rf build pith libpith.a libpith.so* pith.pc bench/out

-include $(wildcard $(BUILD)/*.d)
