#!/usr/bin/env bash
# robots-parser 3.0.1 (npm): a line about the sitemap takes a robot's rules away.
#
# Expected: what is not of a group stands anywhere and changes nothing: parsing of other records "MUST NOT
# interfere with the parsing of explicitly defined records", and a Sitemap line, the example there,
# "MUST NOT terminate a group" (RFC 9309, section 2.2.4). So two robots that are named one under the other,
# with such a line between, share the rules behind them. The package exclusion reads it so.
#
# Seen: the first robot has no rules; everything is allowed. A comment or a blank line between is no harm.
#
# Who would notice: who keeps a draft or a test copy of a portal away from some robots, and whose program
# writes the sitemap into the middle of the file: it is gathered after all. tilts writes one group and
# the sitemap behind it (src/feed/sitemap.c).
. "${0%/*}/lib.sh"
npm_packages robots-parser@3.0.1 exclusion@0.2.0

cat >asked.mjs <<'JS'
import robotsParser from "robots-parser"
import { RobotsTxt } from "exclusion"
const text = `User-agent: one\n${process.argv[2]}\nUser-agent: two\nDisallow: /draft/\n`
const parsed = robotsParser("https://example.org/robots.txt", text)
for (const robot of ["one", "two"])
	console.log(robot, `robots-parser ${parsed.isAllowed("https://example.org/draft/a", robot)},`,
		`exclusion ${new RobotsTxt(text).isPathAllowed("/draft/a", robot)}`)
JS

seen 'a comment between two robots' 'one robots-parser false, exclusion false
two robots-parser false, exclusion false' node asked.mjs '# and'
seen 'the sitemap between them' 'one robots-parser true, exclusion false
two robots-parser false, exclusion false' node asked.mjs 'Sitemap: https://example.org/sitemap.xml'
finish
