// The text of a PDF as pdf.js takes it out.
//
//   node text.mjs LIBRARY FILE.pdf
//
// LIBRARY is pdf.js's legacy build. Prints the pieces of all pages, in the order of the pages.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

// It complains that it could not paint, to standard output.
console.log = () => {};
console.warn = () => {};

const [library, file] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(library).href);
const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    process.stdout.write(items.map((item) => item.str).join("\n") + "\n");
}
