// Reads iCalendar files with node-ical and prints, as JSON, what it understood: a list of events per file.
import { readFileSync } from "node:fs";
import process from "node:process";
import ical from "node-ical";

const words = (value) => (typeof value === "object" && value !== null ? value.val : value);
const two = (number) => String(number).padStart(2, "0");

function time(value, isDay) {
  if (value === undefined) return null;
  if (isDay) return `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`;
  return value.toISOString().replace(".000Z", "Z");
}

function read(file) {
  const found = Object.values(ical.sync.parseICS(readFileSync(file, "utf8")));
  return found
    .filter((entry) => entry.type === "VEVENT")
    .map((entry) => ({
      UID: entry.uid,
      SUMMARY: words(entry.summary),
      LOCATION: words(entry.location),
      DESCRIPTION: words(entry.description),
      STATUS: entry.status,
      DTSTART: time(entry.start, entry.datetype === "date"),
      DTEND: time(entry.end, entry.datetype === "date"),
    }));
}

console.log(JSON.stringify(process.argv.slice(2).map(read)));
