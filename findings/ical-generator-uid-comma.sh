#!/usr/bin/env bash
# ical-generator 11.1.2, read by emersion/go-ical (439c63cef608). Needs Go.
# Guess: an event's id can be any text; the library escapes it like the other texts, since UID is TEXT (RFC 5545,
# 3.8.4.7), so that a comma is written as `\,`.
# Seen: the comma is written as it is. A reader that follows the RFC takes it for the end of a value: all events whose
# ids are alike up to the first comma have one UID, and a calendar that keeps one event for each UID loses the rest.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical-generator@11.1.2
cat > write.mjs <<'JS'
import ical from "ical-generator";
const calendar = ical({ prodId: "-//example//example//EN" });
for (let n = 1; n <= 100; n++)
  calendar.createEvent({ id: `tag:example.org,2026:event-${n}`, start: new Date("2026-11-30T00:00:00Z"), summary: `Event ${n}` });
console.log(calendar.toString());
JS
node write.mjs > calendar.ics
cat > go.mod <<'MOD'
module example
go 1.21
MOD
go get github.com/emersion/go-ical@v0.0.0-20250609112844-439c63cef608 2>/dev/null
cat > main.go <<'GO'
package main

import (
	"fmt"
	"os"

	ical "github.com/emersion/go-ical"
)

func main() {
	file, err := os.Open("calendar.ics")
	if err != nil {
		panic(err)
	}
	calendar, err := ical.NewDecoder(file).Decode()
	if err != nil {
		panic(err)
	}
	ids := map[string]int{}
	for _, event := range calendar.Events() {
		id, err := event.Props.Text("UID")
		if err != nil {
			panic(err)
		}
		ids[id]++
	}
	fmt.Println(len(calendar.Events()), "events,", len(ids), "UIDs:", ids)
	if len(calendar.Events()) != 100 || len(ids) != 1 || ids["tag:example.org"] != 100 {
		os.Exit(1)
	}
}
GO
go run .
