#!/bin/sh
# How the program is made: hardened as Debian hardens its own, and quietly.
. "${0%/*}/lib.sh"

tilts=$root/build/tilts
[ -x "$tilts" ] || skip_all "make build/tilts first"

# --- hardening: what the linker and the compiler left in the program -------------------

if command -v readelf >/dev/null; then
	segments=$(readelf -lW "$tilts")
	dynamic=$(readelf -dW "$tilts")
	symbols=$(readelf -sW --dyn-syms "$tilts")
	like "position independent" "$dynamic" "PIE"
	like "the tables of functions are read-only" "$segments" "GNU_RELRO"
	like "all functions are bound at the start" "$dynamic" "BIND_NOW"
	like "the stack is not executable" "$segments" "GNU_STACK      0x000000 0x0000000000000000 0x0000000000000000 0x000000 0x000000 RW "
	like "smashed stacks are told" "$symbols" "__stack_chk_fail"
	like "lengths of buffers are checked" "$symbols" "__memcpy_chk"
	if [ "$(uname -m)" = x86_64 ]; then
		like "jumps land where they may" "$(objdump -d --no-show-raw-insn "$tilts" |
			grep -A1 '<main>:')" "endbr64"
	else
		skip "jumps land where they may" "not this processor"
	fi
else
	skip "hardening" "no readelf here"
fi

# --- make: the compiler's lines only when they are asked for ------------------------------

cat >cc <<-'END'
	#!/bin/sh
	while [ $# -gt 0 ]; do
		[ "$1" != -o ] || : >"$2"
		shift
	done
END
chmod +x cc
printed() {
	env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make -C "$root" --no-print-directory -j2 O="$scratch/$1" CC="$scratch/cc" $2 "$scratch/$1/tilts" 2>&1
}
is "quiet" "$(printed quiet)" ""
like "V=1 shows the lines" "$(printed loud V=1)" "-c -o $scratch/loud/build/build.o"

finish
