// SPDX-License-Identifier: MIT
// editor.mjs - what an editor is told of resume files: by ajv, an independent reader of JSON Schema,
// and by the YAML language server, which most editors use, over its protocol.
// Usage: node editor.mjs NODE_MODULES SCHEMA <QUESTIONS
// QUESTIONS is {files: {NAME: TEXT}, completions: [TEXT], hovers: [TEXT]}, where | is the cursor. The
// answer is {ajv: {NAME: [FAULT]}, server: {NAME: [[LINE, COLUMN, MESSAGE]]}, completions: [[LABEL]],
// hovers: [TEXT]}; lines and columns count from 1.
import {spawn} from "node:child_process";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {pathToFileURL} from "node:url";

const [folder, schemaFile] = process.argv.slice(2);
const require = createRequire(`${folder}/`);
const Ajv = require("ajv").default;
const YAML = require("yaml");
const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
const questions = JSON.parse(readFileSync(0, "utf8"));

// Strict mode finds mistakes of the schema itself; these keywords are for editors.
function judge(files) {
  const ajv = new Ajv({allErrors: true, strict: true, strictTypes: false, strictRequired: false});
  for (const keyword of ["defaultSnippets", "errorMessage", "patternErrorMessage"])
    ajv.addKeyword(keyword);
  const validate = ajv.compile(schema);
  const faults = {};
  for (const [name, text] of Object.entries(files)) {
    const isValid = validate(YAML.parse(text, {version: "1.2", schema: "core"}));
    faults[name] = isValid ? [] :
      validate.errors.map(error => `${error.instancePath} ${error.message}`);
  }
  return faults;
}

// The language server

const answers = new Map(); // by the number of the request, or by the file of the diagnostics
const server = spawn(process.execPath,
                     [require.resolve("yaml-language-server/bin/yaml-language-server"), "--stdio"],
                     {stdio: ["pipe", "pipe", "inherit"]});
let received = Buffer.alloc(0);
let count = 0;

function send(message) {
  const text = JSON.stringify({jsonrpc: "2.0", ...message});
  server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}

function ask(method, params) {
  return new Promise(resolve => {
    answers.set(++count, resolve);
    send({id: count, method, params});
  });
}

const settings = {yaml: {validate: true, completion: true, hover: true, schemaStore: {enable: false}}};

function take(message) {
  if (message.method === "textDocument/publishDiagnostics")
    answers.get(message.params.uri)?.(message.params.diagnostics);
  else if (message.method === "workspace/configuration")
    send({id: message.id, result: message.params.items.map(item => settings[item.section] ?? null)});
  else if (message.method && message.id !== undefined)
    send({id: message.id, result: null});
  else if (message.id !== undefined)
    answers.get(message.id)?.(message.result);
}

server.stdout.on("data", data => {
  received = Buffer.concat([received, data]);
  for (;;) {
    const head = received.indexOf("\r\n\r\n");
    if (head < 0) return;
    const size = Number(/Content-Length: (\d+)/.exec(received.toString("latin1", 0, head))[1]);
    if (received.length < head + 4 + size) return;
    const message = JSON.parse(received.toString("utf8", head + 4, head + 4 + size));
    received = received.subarray(head + 4 + size);
    take(message);
  }
});

async function start() {
  await ask("initialize", {processId: process.pid, rootUri: null, capabilities: {
    textDocument: {completion: {completionItem: {snippetSupport: true}}},
    workspace: {configuration: true},
  }});
  send({method: "initialized", params: {}});
}

const modeline = `# yaml-language-server: $schema=${pathToFileURL(schemaFile)}\n`;

async function open(text) {
  const uri = `file:///resume-${++count}.yaml`;
  const diagnostics = new Promise(resolve => answers.set(uri, resolve));
  send({method: "textDocument/didOpen", params: {
    textDocument: {uri, languageId: "yaml", version: 1, text: modeline + text},
  }});
  return {uri, diagnostics: await diagnostics};
}

// The document of a text without its cursor, and the place of that.
async function openAtCursor(text) {
  const lines = text.slice(0, text.indexOf("|")).split("\n");
  const {uri} = await open(text.replace("|", ""));
  return {textDocument: {uri}, position: {line: lines.length, character: lines.at(-1).length}};
}

async function complete(text) {
  const list = await ask("textDocument/completion", await openAtCursor(text));
  return list.items.map(item => item.label);
}

async function hover(text) {
  const found = await ask("textDocument/hover", await openAtCursor(text));
  return found?.contents.value ?? "";
}

async function check([name, text]) {
  const {diagnostics} = await open(text);
  return [name, diagnostics.map(
    ({range, message}) => [range.start.line, range.start.character + 1, message])];
}

await start();
const answer = {
  ajv: judge(questions.files),
  server: Object.fromEntries(await Promise.all(Object.entries(questions.files).map(check))),
  completions: await Promise.all(questions.completions.map(complete)),
  hovers: await Promise.all(questions.hovers.map(hover)),
};
process.stdout.write(JSON.stringify(answer), () => process.exit());
