#!/bin/sh
# `make layers`: no files of one folder call or include each other in a circle.
. "${0%/*}/lib.sh"

look() { awk -f "$root/src/circles.awk" src/*/*.[ch] src/*/*.[ch] 2>&1; }

mkdir -p src/zoo src/farm
cat >src/zoo/ape.h <<'EOF'
#include "zoo/bee.h"
int ape_size(int n);
EOF
cat >src/zoo/bee.h <<'EOF'
int bee_size(
	int n);
EOF
cat >src/zoo/ape.c <<'EOF'
static int size(int n) { return n; }
int ape_size(int n)
{
	return size(bee_size(n));
}
EOF
cat >src/zoo/bee.c <<'EOF'
/* Not as
 * ape_size() does it. */
static int size(int n) { return n; }
int bee_size(
	int n)
{
	say("ape_size(1)"); /* nor ape_size(2) */
	return size(n) + bee.ape_size(n);
}
EOF
is "one direction: texts, comments, members and what is static are no calls" "$(look)" ""

cp src/zoo/bee.c bee.kept
sed -i 's/bee\.ape_size/ape_size/' src/zoo/bee.c
answer=$(look)
ok "a circle of calls fails" test "$?" -eq 1
like "it says where the one call is" "$answer" "src/zoo/bee.c:8: calls ape_size()"
like "and where the other" "$answer" "src/zoo/ape.c:4: calls bee_size()"

cp bee.kept src/zoo/bee.c
echo '#include "zoo/ape.h"' >>src/zoo/bee.h
answer=$(look)
ok "a circle of headers fails" test "$?" -eq 1
like "it says where" "$answer" 'src/zoo/bee.h:3: includes "zoo/ape.h"'

finish
