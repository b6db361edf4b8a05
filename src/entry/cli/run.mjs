import { load } from "../bundle/load.mjs";

/* `npm run <command>`: the command line, `node src/entry/cli/run.mjs <command>`. */
const { main } = await load("cli");
await main(process.argv.slice(2));
