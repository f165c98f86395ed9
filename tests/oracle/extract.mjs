// SPDX-License-Identifier: MIT
// extract.mjs - what pdf.js reads: {"FILE": ["text of page 1", ...], ...} on standard output.
// Usage: node extract.mjs [--items] MODULE FILE..., MODULE being pdf.js or pdf.mjs of a legacy
// build. With --items a page is a list of {text, x, y, width, height, font, endsLine}, font as in
// /BaseFont.
import {readFileSync} from "node:fs";
import {pathToFileURL} from "node:url";

// Text needs no drawing; these only have to exist when the module is loaded.
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {};

// As the file has it: pdf.js would turn ligatures and the micro sign into other characters.
async function textOf(page) {
  const {items} = await page.getTextContent({disableNormalization: true});
  return items.map(item => item.str + (item.hasEOL ? "\n" : "")).join("");
}

async function itemsOf(page) {
  await page.getOperatorList(); // which brings the fonts
  const {items} = await page.getTextContent();
  return items.map(item => ({
    text: item.str, x: item.transform[4], y: item.transform[5], width: item.width,
    height: item.height, font: page.commonObjs.get(item.fontName).name, endsLine: item.hasEOL,
  }));
}

const readsItems = process.argv[2] === "--items";
const read = readsItems ? itemsOf : textOf;
const [module, ...files] = process.argv.slice(readsItems ? 3 : 2);
console.warn = console.log = () => {}; // what is missing for drawing
const loaded = await import(pathToFileURL(module));
const pdfjs = loaded.getDocument ? loaded : loaded.default;
const texts = {};
for (const file of files) {
  const data = new Uint8Array(readFileSync(file));
  const loading = pdfjs.getDocument({data, useSystemFonts: false, verbosity: 0});
  const document = await loading.promise;
  texts[file] = [];
  for (let number = 1; number <= document.numPages; number++)
    texts[file].push(await read(await document.getPage(number)));
  await loading.destroy();
}
process.stdout.write(JSON.stringify(texts) + "\n");
