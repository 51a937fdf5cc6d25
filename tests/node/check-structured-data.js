// Finds the linked data of web pages and holds it against schema.org and the demands of search engines, with
// Adobe's validator: prints a list of complaints per page. The first file is the vocabulary of schema.org.
import { readFileSync } from "node:fs";
import process from "node:process";
import Validator from "@adobe/structured-data-validator";
import WebAutoExtractor from "@marbec/web-auto-extractor";

const [vocabulary, ...pages] = process.argv.slice(2).map((name) => readFileSync(name, "utf8"));
const validator = new Validator(JSON.parse(vocabulary));

async function check(page) {
  const found = new WebAutoExtractor({ addLocation: true, embedSource: ["rdfa", "microdata"] }).parse(page);
  const complaints = [...(found.errors ?? []), ...(await validator.validate(found))];
  return { types: Object.keys(found.jsonld), complaints };
}

console.log(JSON.stringify(await Promise.all(pages.map(check))));
