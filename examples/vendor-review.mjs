/*
 * What each service on a list does with an organisation's data for AI, as a CSV table. Needs only Node 20 or later.
 *
 *   node examples/vendor-review.mjs vendors.txt > review.csv
 *
 * vendors.txt has a domain, a URL or an Android package on each line. PLAN and REGION say for whom (default: business, anywhere):
 *
 *   PLAN=enterprise REGION=DE AI_DATA_USE=http://localhost:8787 node examples/vendor-review.mjs vendors.txt
 */
import { readFile } from "node:fs/promises";

const SERVER = process.env.AI_DATA_USE ?? "http://localhost:8787";
const audience = { plan: process.env.PLAN ?? "business", region: process.env.REGION ?? "" };

/** The answer for a vendor; undefined where no platform has it. */
async function lookUp(vendor) {
  const query = new URLSearchParams({ ...audience, url: vendor });
  if (audience.region === "") query.delete("region");
  const response = await fetch(`${SERVER}/v1/lookup?${query}`);
  const answer = await response.json();
  if (response.ok) return answer;
  if (response.status === 404) return undefined;
  // Every error names the parameter at fault, and often the value that would work.
  throw new Error(`${vendor}: ${answer.detail}`);
}

/** One line of CSV. A spreadsheet would take a text that begins like a formula for one. */
const line = (cells) =>
  cells
    .map((cell) => String(cell ?? "").replace(/^(?=[=+\-@\t\r])/, "'"))
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(",");

const [file] = process.argv.slice(2);
if (!file)
  throw new Error("Name a file with a domain on each line: node examples/vendor-review.mjs vendors.txt");
const vendors = (await readFile(file, "utf8")).split(/\r?\n/).map((text) => text.trim());
console.log(
  line(["vendor", "platform", "plan", "verdict", "certainty", "answer", "control", "where", "page"]),
);
for (const vendor of vendors.filter((text) => text !== "" && !text.startsWith("#"))) {
  const found = await lookUp(vendor);
  if (!found) {
    console.log(line([vendor, "", audience.plan, "", "", "Not in the dataset.", "", "", ""]));
    continue;
  }
  const { match, headline, audience: whom } = found;
  const { verdict, certainty, sentence, control } = headline;
  const page = `${SERVER}/platforms/${match.platform}?plan=${whom.plan}`;
  console.log(
    line([vendor, match.name, whom.plan, verdict, certainty, sentence, control?.name, control?.url, page]),
  );
}
