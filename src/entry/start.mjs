import { flushCompileCache } from "node:module";
import { load } from "./bundle/load.mjs";

/* `npm start`. */
const { main } = await load("server");
await main();
setTimeout(flushCompileCache, 1000).unref();
