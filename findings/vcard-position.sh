#!/usr/bin/env bash
# vobject 0.9.6.1: a card's position is broken by reading the card and writing it.
#
# Expected: GEO of a vCard 3.0 is two numbers with a semicolon between (RFC 2426, section
# 3.4.2), so "GEO:56.9;24.1" comes out as it went in.
#
# Seen: it comes out as "GEO:56.9\;24.1". The semicolon is escaped as in a text, and
# whoever reads the card next finds no second number. In an address the semicolons
# between parts are kept.
#
# Who would notice: somebody who keeps a prison's card with a program that stands on vobject
# and sends it on: the map no longer opens at the gate. Cards of tilts carry the address
# beside GEO (src/feed/vcard.c), which stays whole.
. "${0%/*}/lib.sh"
debian python3-vobject=0.9.6.1-2 python3-dateutil=2.8.2-2 python3-six=1.16.0-4

rewritten() {
	printf 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Desk\r\nN:Desk;;;;\r\n%s\r\nEND:VCARD\r\n' "$1" |
		/usr/bin/python3 -c '
import sys, vobject
print(vobject.readOne(sys.stdin.read()).serialize())' | tr -d '\r' | grep "^${1%%:*}:"
}

seen 'GEO gets a backslash' 'GEO:56.9\;24.1' rewritten 'GEO:56.9;24.1'
seen 'ADR is kept' 'ADR:;;1 Long Street;Riga;;LV-1001;Latvia' \
	rewritten 'ADR:;;1 Long Street;Riga;;LV-1001;Latvia'
finish
