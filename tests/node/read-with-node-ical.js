// Reads iCalendar files with node-ical and prints, as JSON, what it understood: a list of events per file.
import { readFileSync } from "node:fs";
import process from "node:process";
import ical from "node-ical";

const words = (value) => (typeof value === "object" && value !== null ? value.val : value);

function read(file) {
  const found = Object.values(ical.sync.parseICS(readFileSync(file, "utf8")));
  return found
    .filter((entry) => entry.type === "VEVENT")
    .map((entry) => ({
      UID: entry.uid,
      SUMMARY: words(entry.summary),
      LOCATION: words(entry.location),
      DESCRIPTION: words(entry.description),
      DTSTART: entry.datetype === "date" ? null : entry.start.toISOString().replace(".000Z", "Z"),
    }));
}

console.log(JSON.stringify(process.argv.slice(2).map(read)));
