// Reads {texts: [{text, culture, today}]} and tells what recognizers-text finds in each, and in how many seconds.
const path = require('path');
const R = require(path.join(process.argv[2], 'node_modules', '@microsoft', 'recognizers-text-suite'));
const asked = JSON.parse(require('fs').readFileSync(0, 'utf8')).texts;
function read({ text, culture, today }) {
  const day = new Date(today + 'T12:00:00');
  const found = [];
  for (const ask of [
    () => R.recognizeNumber(text, culture), () => R.recognizeOrdinal(text, culture),
    () => R.recognizePercentage(text, culture), () => R.recognizeNumberRange(text, culture),
    () => R.recognizeCurrency(text, culture), () => R.recognizeDimension(text, culture),
    () => R.recognizeAge(text, culture), () => R.recognizeDateTime(text, culture, 0, day),
  ]) { try { found.push(...ask()); } catch (error) { /* some cultures lack some of them */ } }
  return found.map((one) => ({ start: one.start, end: one.end + 1, type: one.typeName, resolution: one.resolution }));
}
let found, seconds = Infinity;
for (let round = 0; round < 3; round += 1) {
  const begin = process.cpuUsage();
  found = asked.map(read);
  const spent = process.cpuUsage(begin);
  seconds = Math.min(seconds, (spent.user + spent.system) / 1e6);
}
console.log(JSON.stringify({ found, seconds }));
