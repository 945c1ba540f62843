#!/usr/bin/env bash
# rdflib 6.1.1 (Debian's python3-rdflib): JSON-LD that does not name its version is read as an older one, with other statements.
#
# Expected: what came with JSON-LD 1.1 is there unless somebody asks for 1.0 (JSON-LD 1.1, section 4.1.1, processing mode):
# "@version" need not stand in a context. So "@nest" is a frame that says nothing (section 4.4), a type can have
# terms of its own (section 4.1.8, type-scoped contexts), and the keys of an object can be the addresses of what is
# in it (section 4.6.3, id maps). jsonld, by those who wrote the algorithms, reads all three.
#
# Seen: without "@version" a telephone in a frame belongs to a thing without a name, the term of the type has the meaning
# that it has elsewhere, and an address is the name of a property. With "@version": 1.1 all three are as they should
# be. No message, and no option of parse() that says which is meant.
#
# Who would notice: who reads an organisation whose telephone stands in such a frame: it has none. JSON-LD of tilts has
# none of the three (src/feed/jsonld.c).
. "${0%/*}/lib.sh"
debian python3-rdflib=6.1.1-1 python3-isodate=0.6.1-1 python3-pyparsing=3.0.9-1 python3-pkg-resources=66.1.1-1+deb12u2 \
	python3-six=1.16.0-4
npm_packages jsonld@9.0.0

# statements MEMBERS CONTEXT: of an object, by jsonld, by rdflib, and by rdflib with the version.
statements() {
	local context='"@vocab":"https://schema.org/"'
	printf '{"@context":{%s},"@id":"https://a.example/","@type":"Place",%s}' "$context$2" "$1" >plain.json
	printf '{"@context":{"@version":1.1,%s},"@id":"https://a.example/","@type":"Place",%s}' "$context$2" "$1" >versioned.json
	echo jsonld && node -e '
require("jsonld").toRDF(JSON.parse(require("fs").readFileSync("plain.json")), { format: "application/n-quads" }).then(console.log)' | shown
	echo rdflib && by_rdflib plain.json | shown
	echo 1.1 && by_rdflib versioned.json | shown
}
by_rdflib() {
	/usr/bin/python3 -c 'import rdflib, sys
print(rdflib.Graph().parse(sys.argv[1], format="json-ld").serialize(format="nt"))' "$1"
}
shown() { grep -v 22-rdf-syntax-ns | sed -E 's/_:[A-Za-z0-9]+/_/g; s/https:..schema.org.//; s/ \.$//' | sed '/^$/d' | LC_ALL=C sort; }

right='<https://a.example/> <telephone> "1"'
seen 'a frame' "jsonld
$right
rdflib
<https://a.example/> <@nest> _
_ <telephone> \"1\"
1.1
$right" statements '"@nest":{"telephone":"1"}' ''
right='<https://a.example/> <alternateName> "b"'
seen 'a term of a type' "jsonld
$right
rdflib
<https://a.example/> <name> \"b\"
1.1
$right" statements '"name":"b"' ',"Place":{"@id":"Place","@context":{"name":"https://schema.org/alternateName"}}'
right='<https://a.example/> <location> <https://b.example/>
<https://b.example/> <name> "b"'
seen 'addresses as keys' "jsonld
$right
rdflib
<https://a.example/> <location> _
_ <https://b.example/> _
_ <name> \"b\"
1.1
$right" statements '"location":{"https://b.example/":{"name":"b"}}' ',"location":{"@container":"@id"}'
finish
