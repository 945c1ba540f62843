#!/usr/bin/env bash
# rdf-parser-csvw 1.1.0 (npm): a column that is described by its name alone is read undescribed.
#
# Expected: descriptions "are matched to columns in tables that use the schema by position" (W3C,
# Metadata Vocabulary for Tabular Data, section 5.5): the first description is the first
# column's, whatever else it says. `titles` can be left out (section 5.6).
#
# Seen: a description counts only when one of its titles is the head of the column to the letter;
# its place and its name do not, even when the name is the very head. Then numbers are texts,
# without a message.
#
# Who would notice: whoever sorts the figures of open data: "118" comes before "9". tilts writes
# the head of each column among its titles, too (add_titles() in src/feed/csvw.c).
. "${0%/*}/lib.sh"
npm_packages rdf-parser-csvw@1.1.0 n3@1.26.0

cat >read.mjs <<'JS'
import { Readable } from "node:stream"
import { Parser, Store } from "n3"
import CsvwParser from "rdf-parser-csvw"

const prefixes = "@prefix : <http://www.w3.org/ns/csvw#>. @prefix xsd: <http://www.w3.org/2001/XMLSchema#>. "
const [, , table, column] = process.argv
const metadata = new Store(new Parser().parse(`${prefixes} [] :tableSchema [ :column ( [ ${column} ] ) ].`))
const parser = new CsvwParser({ metadata, baseIRI: "https://a.example/visits.csv" })
for await (const { predicate, object } of parser.import(Readable.from([table])))
	if (predicate.value.startsWith("https:"))
		console.log(predicate.value.split("#")[1], object.value, object.datatype.value.split("#")[1])
JS
# cell TABLE DESCRIPTION: the property, the value and the type of the table's only cell.
cell() { node read.mjs "$1" "$2"; }

table='visits
118
'
seen 'a title that is the head' 'visits 118 integer' cell "$table" ':name "visits"; :title "visits"@und; :datatype xsd:integer'
seen 'a name that is the head' 'visits 118 string' cell "$table" ':name "visits"; :datatype xsd:integer'
finish
