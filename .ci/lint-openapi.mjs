// Lints the OpenAPI documents with every rule of Spectral's for OpenAPI. Prints what is wrong; exit code 1.
import { readFileSync } from "node:fs";
import core from "@stoplight/spectral-core";
import parsers from "@stoplight/spectral-parsers";
import rulesets from "@stoplight/spectral-rulesets";

const { Document, Spectral } = core;
const SEVERITIES = ["error", "warning", "info", "hint"];
const files = process.argv.slice(2);

const spectral = new Spectral();
spectral.setRuleset({
  extends: [[rulesets.oas, "all"]],
  rules: {
    // It wants an email address: the project is reached by its issues.
    "contact-properties": "off",
  },
});

let problems = 0;
for (const file of files) {
  const document = new Document(readFileSync(file, "utf8"), parsers.Json, file);
  for (const { code, message, path, range, severity } of await spectral.run(document)) {
    problems++;
    console.error(
      `${file}:${range.start.line + 1} ${SEVERITIES[severity]} ${code}: ${message} (${path.join("/")})`,
    );
  }
}
console.log(problems === 0 ? `${files.join(", ")}: no problems.` : `${problems} problems.`);
process.exitCode = problems === 0 ? 0 : 1;
