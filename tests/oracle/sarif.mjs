// SPDX-License-Identifier: MIT
// sarif.mjs - what is wrong with SARIF files: {"FILE": ["/runs/0 should ...", ...], ...}.
// Usage: node sarif.mjs NODE_MODULES FILE...
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";

// Microsoft's matchers carry the schema of OASIS, and a validator that knows its draft, 04.
const [folder, ...files] = process.argv.slice(2);
const matchers = `${folder}/@microsoft/jest-sarif`;
const require = createRequire(`${matchers}/`);
const Ajv = require("ajv");
const schema = JSON.parse(readFileSync(`${matchers}/lib/schemas/sarif-2.1.0-rtm.5.json`, "utf8"));
const ajv = new Ajv({schemaId: "id", allErrors: true, format: "full"});
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const validate = ajv.compile(schema);

const faults = {};
for (const file of files) {
  const isValid = validate(JSON.parse(readFileSync(file, "utf8")));
  faults[file] = isValid ? [] : validate.errors.map(error => `${error.dataPath} ${error.message}`);
}
process.stdout.write(JSON.stringify(faults));
