// SPDX-License-Identifier: MIT
// schema.mjs - what is wrong with JSON Resume files: {"FILE": ["/basics/email must ...", ...], ...}.
// Usage: node schema.mjs NODE_MODULES FILE...
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";

const [folder, ...files] = process.argv.slice(2);
const require = createRequire(`${folder}/`);
const Ajv = require("ajv").default;
const addFormats = require("ajv-formats").default;
const schema = JSON.parse(readFileSync(`${folder}/@jsonresume/schema/schema.json`, "utf8"));

// The schema keeps additionalItems beside a single items, which only the strict mode minds.
const validate = addFormats(new Ajv({allErrors: true, strict: false})).compile(schema);
const faults = {};
for (const file of files) {
  const isValid = validate(JSON.parse(readFileSync(file, "utf8")));
  faults[file] = isValid ? [] : validate.errors.map(error => `${error.instancePath} ${error.message}`);
}
process.stdout.write(JSON.stringify(faults));
