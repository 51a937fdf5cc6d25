// Reads iCalendar files with ical.js and prints, as JSON, what it understood of each: a list of events per file.
import { readFileSync } from "node:fs";
import process from "node:process";
import ICAL from "ical.js";

function text(event, name) {
  const property = event.getFirstProperty(name);
  return property && { text: property.getFirstValue(), language: property.getParameter("language") };
}

function read(file) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  return calendar.getAllSubcomponents("vevent").map((event) => {
    const time = (name) => {
      const value = event.getFirstPropertyValue(name);
      return value && (value.isDate ? value.toString() : value.toJSDate().toISOString());
    };
    return {
      uid: event.getFirstPropertyValue("uid"),
      sequence: event.getFirstPropertyValue("sequence"),
      status: event.getFirstPropertyValue("status"),
      stamp: time("dtstamp"),
      start: time("dtstart"),
      end: time("dtend"),
      summary: text(event, "summary"),
      location: text(event, "location"),
      description: text(event, "description"),
    };
  });
}

console.log(JSON.stringify(process.argv.slice(2).map(read)));
