import { terminalLine } from "../text/terminal.ts";
import { oneLine } from "./node.ts";
import { build, loadHistory } from "./serve/build.ts";

/* Builds an embedded database that a server misses: `build-database.ts <path> <data>`. */
const [path = "", data = ""] = process.argv.slice(2);
try {
  await build(path, loadHistory(data), { data, say: (line) => console.log(terminalLine(line)) });
} catch (error) {
  console.error(terminalLine(oneLine(error)));
  process.exit(1);
}
