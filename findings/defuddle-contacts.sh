#!/usr/bin/env bash
# defuddle 0.19.4 (npm): where a page is saved as an article, its telephones go, and so do steps with links.
#
# Expected: it "removes unnecessary elements like comments, sidebars, headers, footers" (its README) and
# keeps what is said in the article; what it leaves is what stands in a note of Obsidian's Web Clipper.
#
# Seen: on a page of the usual length, a part with a heading, a telephone, an address of mail and a link is
# taken out whole, as if it were a list of what else there is to read; steps of which two hold a link are
# taken out too, and their heading stays with nothing below it. On a page of a few lines all of it is kept,
# so that a first try shows nothing. No message.
#
# Who would notice: a family that keeps a page to read it on the way: the number to call is not there.
# Firefox's reading view (@mozilla/readability, beside it) keeps both. tilts marks a page's parts as what
# they are, <main>, <article>, <section>, and holds them to Firefox's (tests/pages/reading.test.js).
. "${0%/*}/lib.sh"
npm_packages defuddle@0.19.4 jsdom@26.1.0 @mozilla/readability@0.6.0

# kept READER SENTENCES PART: the part of a page that has this many sentences before it, as it is read.
cat >kept.mjs <<'JS'
import { Defuddle } from "defuddle/node"
import { Readability } from "@mozilla/readability"
import { JSDOM } from "jsdom"

const [, , reader, sentences, part] = process.argv
const sentence = "Uz tikšanos jāpiesakās iepriekš, un dokuments jāņem līdzi, arī tad, ja brauc ar bērnu. "
const page = `<!DOCTYPE html><html lang="lv"><head><title>Tikšanās</title></head><body><main><article>
<h1>Tikšanās</h1><p>${sentence.repeat(sentences)}</p>${part}<p>Ja kaut kas nav skaidrs, jautājiet.</p>
</article></main></body></html>`
const { window } = new JSDOM(page, { url: "https://example.org/a/" })
const { content } = reader === "readability" ? new Readability(window.document).parse() :
	await Defuddle(page, "https://example.org/a/")
const { body } = new JSDOM(content).window.document
const texts = [...body.querySelectorAll("h2, li, p")].map((e) => e.textContent.replace(/\s+/g, " ").trim())
console.log(texts.filter((text) => text && !text.startsWith("Uz tikšanos") && !text.startsWith("Ja kaut")).join("\n") || "(nothing)")
JS
kept() { node kept.mjs "$@"; }

contacts='<section><h2>Cietums</h2><p><a href="tel:+37160000000">+371 60 000 000</a></p>
<p><a href="mailto:a@example.org">a@example.org</a></p><p><a href="/card.vcf">Saglabāt kontaktos</a></p></section>'
contacts_text='Cietums
+371 60 000 000
a@example.org
Saglabāt kontaktos'
steps='<h2>Kā pieteikties</h2><ol><li>Atveriet <a href="/cietumi/">cietumu sarakstu</a> un izvēlieties savu.</li>
<li>Ja laika tur nav, bet tālrunis ir, zvaniet.</li>
<li>Ja nav arī tālruņa, nosūtiet pārvaldei <a href="/vestule/">gatavo vēstuli</a>.</li></ol>'
steps_text='Kā pieteikties
Atveriet cietumu sarakstu un izvēlieties savu.
Ja laika tur nav, bet tālrunis ir, zvaniet.
Ja nav arī tālruņa, nosūtiet pārvaldei gatavo vēstuli.'

seen 'readability: a telephone' "$contacts_text" kept readability 9 "$contacts"
seen 'readability: steps' "$steps_text" kept readability 9 "$steps"
seen 'a telephone' '(nothing)' kept defuddle 9 "$contacts"
seen 'steps' 'Kā pieteikties' kept defuddle 9 "$steps"
seen 'a telephone on a short page' "$contacts_text" kept defuddle 1 "$contacts"
seen 'steps on a short page' "$steps_text" kept defuddle 1 "$steps"
finish
