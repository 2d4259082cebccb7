// Adds a report to a case, asks for a verdict and reads the reason. It knows the schemas and the command line, and nothing else of Proviso.
// usage: node add-report.mjs CASE SCHEMAS
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, schemas] = process.argv.slice(2);
const schemaOf = (name) => JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), "utf8"));
const ask = (...words) => JSON.parse(execFileSync("proviso", [...words, "--json"], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }));

// What a program must know of a form is in its schema.
const known = (name, document) => {
  const expected = schemaOf(name).properties.schema.const;
  if (document.schema !== expected) throw new Error(`${document.schema} is not ${expected}`);
  return document;
};

const exported = known("statements", JSON.parse(execFileSync("proviso", ["export", folder], { encoding: "utf8" })));
console.log(`on file: ${exported.statements.filter((one) => one.sentence === "report").length} reports`);

const report = {
  sentence: "report",
  name: "osprey-north",
  thing: "osprey",
  with: { operator: "north" },
  state: "present",
  amount: 1,
  in: "north-shore",
  on: "2024-04-05",
  by: "observer",
  said: "2024-04-06",
  grade: "inspection",
  source: 'Finding of the observer: "an Osprey". One of theirs.',
};
const form = schemaOf("statements").$defs.stateReport;
for (const part of form.required) if (!(part in report)) throw new Error(`${part} is missing`);
for (const part in report) if (!(part in form.properties)) throw new Error(`${part} is unknown`);

const { schema, agreement } = exported;
writeFileSync("seen.json", JSON.stringify({ schema, agreement, statements: [report] }));
const question = ["--clause", "1", "--region", "lake", "--view", "common", "--on", "2024-04-05"];
const label = (status) => status.rows.find((row) => row.party === "north" && row.place === "lake").verdicts[0].label;
console.log(`before: ${label(known("status", ask("status", folder, ...question)))}`);
const added = known("import", ask("import", "seen.json", "--into", join(folder, "seen.proviso")));
console.log(`added: ${added.added.map((one) => one.name).join(", ")}`);
console.log(`after: ${label(known("status", ask("status", folder, ...question)))}`);

// Down the proof to the reports.
const reports = (step) => [...(step.report ? [step.report] : []), ...(step.because ?? []).flatMap(reports)];
const [answer] = known("why", ask("why", folder, ...question)).answers;
console.log(`because of the reports: ${[...new Set(answer.proof.flatMap(reports))].join(", ")}`);
