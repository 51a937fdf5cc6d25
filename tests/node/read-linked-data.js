// Reads JSON-LD with jsonld.js in safe mode, which refuses to drop anything: prints a list of canonical N-Quads.
// The first file is the context of schema.org; nothing is asked of the network.
import { readFileSync } from "node:fs";
import process from "node:process";
import jsonld from "jsonld";

const [context, ...files] = process.argv.slice(2).map((name) => JSON.parse(readFileSync(name, "utf8")));

async function documentLoader(url) {
  if (url !== "https://schema.org") throw new Error(`the document asks for ${url}`);
  return { contextUrl: null, documentUrl: url, document: context };
}

async function read(document) {
  const options = { documentLoader, safe: true };
  await jsonld.expand(document, options);
  return jsonld.canonize(document, { ...options, algorithm: "RDFC-1.0", format: "application/n-quads" });
}

console.log(JSON.stringify(await Promise.all(files.map(read))));
