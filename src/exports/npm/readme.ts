import { headlineSentence } from "../../language/en/headline.ts";
import { ATTRIBUTION, audience, type Platform } from "../../model/index.ts";
import { resolve } from "../../policy/index.ts";
import type { LoadedDataset } from "../../records/load.ts";
import { semanticVersion } from "../version.ts";
import { PACKAGE_NAME } from "./manifest.ts";

/** The name of a record's variable: `le-chat` → `leChat`; a digit cannot come first. */
const variable = (id: string): string =>
  id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()).replace(/^(?=\d)/, "_");

/** The platform in the examples: a well-known one, if the release has it. */
const exampleOf = ({ platforms }: LoadedDataset): Platform | undefined =>
  platforms.find((p) => p.id === "linkedin") ?? platforms[0];

/** An example with its answer, computed from the release. */
function example(input: LoadedDataset): string {
  const shown = exampleOf(input);
  if (!shown) return "";
  const who = { region: "DE", asOf: input.release.date };
  const resolved = resolve(
    shown,
    audience(who),
    input.operators.find((o) => o.id === shown.operator),
  );
  return `\`\`\`js
import { resolve } from "${PACKAGE_NAME}";
import ${variable(shown.id)} from "${PACKAGE_NAME}/platforms/${shown.id}.js";

const answer = resolve(${variable(shown.id)}, { region: "${who.region}", asOf: "${who.asOf}" });
console.log(answer.headline.sentence);
// ${headlineSentence(shown, resolved)}
console.log(answer.headline.verdict); // ${resolved.headline.verdict}
\`\`\`
`;
}

/** README.md, generated from the release so that it is correct for it. */
export const readme = (input: LoadedDataset): string => `# ${PACKAGE_NAME}

What online platforms do with people's data to train AI, and what that means for one person: the ${input.platforms.length} records of release ${input.release.version} (${input.release.date}) of AI Data Use, with types. Works offline, in browsers and in Node 20 or newer; needs nothing else.

${example(input)}
\`headline\` is the answer in short: one sentence, a verdict, how firmly it is known, and the control that stops most of it. \`kinds\` has the answer for each kind of data: what the platform itself trains (\`own\`), what others do (\`others\`, \`crawlers\`), and models that rank or recommend (\`otherModels\`). \`practices\` has the details with their evidence, \`worst\` the strictest reading.

Default: the rest of the world, the free plan, an adult, signed in, today. An invalid value (\`region: "Germany"\`) is an error, never another person's answer.

| import | gives |
|---|---|
| \`${PACKAGE_NAME}\` | everything: \`platforms\`, \`operators\`, \`platform(id)\`, \`operator(id)\`, \`lookup(url)\`, and everything in \`resolve.js\` |
| \`${PACKAGE_NAME}/load.js\` | the same, loading records one by one: \`catalogue\`, \`await load(id)\`, \`lookup(url)\` |
| \`${PACKAGE_NAME}/resolve.js\` | no records: \`resolve\`, \`otherAudiences\`, \`audience\`, \`cite\` (the document behind a pointer to evidence), \`vocabulary\` (every term with its definition), \`regions\`, \`release\` |
| \`${PACKAGE_NAME}/platforms/ID.js\`, \`…/operators/ID.js\` | one record; as JSON under \`.json\` |

Bundlers keep only the used records of the first. Without a bundler use one of the others: an import map from \`${PACKAGE_NAME}/\` to the package's folder is enough. If records are loaded one by one, \`resolve\` may ask for the operator's record as its last argument, because some documents are shared by an operator's platforms.

The version is the release's, without a zero before the month: ${input.release.version} is \`${semanticVersion(input.release.version)}\`. A newer one has newer data; its answers for past days may have been corrected.

Code: MIT (LICENSE). Records: CC BY 4.0 (LICENSE-DATA). Credit: ${ATTRIBUTION}
`;
