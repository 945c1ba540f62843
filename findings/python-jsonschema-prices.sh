#!/usr/bin/env bash
# python3-jsonschema 4.10.3 (Debian): of prices in whole cents, one in six is refused.
#
# Expected: with `multipleOf: 0.01`, 0.29 is valid: it is 29 times a cent. "Division by this keyword's value
# results in an integer" (JSON Schema Validation, draft 2020-12, section 6.2.1), and a number is what
# its decimal digits say (Core, section 4.2.1: arbitrary precision, base-10).
#
# Seen: 0.29 is "not a multiple of 0.01", and so are 0.07, 1.14 and 159 of the thousand prices up to 10.00;
# 0.25 and 0.30 are. Which, nobody can guess: it is what the division of the binary fractions leaves.
#
# Who would notice: an editor who enters what a minute costs and is told that it is wrong, for that
# price only. tilts knows no multipleOf, and tells so of a schema that has it (src/value/; a
# price is told by a pattern there).
. "${0%/*}/lib.sh"
debian python3-jsonschema=4.10.3-1 python3-attr=22.2.0-1 python3-pyrsistent=0.18.1-1+b3

# refused PRICE…: which of the prices are.
refused() {
	/usr/bin/python3 -c '
import jsonschema, sys
validator = jsonschema.Draft202012Validator({"multipleOf": 0.01})
print(*[price for price in sys.argv[1:] if not validator.is_valid(float(price))])' "$@"
}

seen 'some prices' '0.07 0.29 1.14' refused 0.05 0.07 0.25 0.29 0.30 1.14 9.99
seen 'how many of a thousand' 159 eval 'refused $(seq -f %.2f 0.01 0.01 10.00) | wc -w'
finish
