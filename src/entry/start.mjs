import module from "node:module";
import { load } from "./bundle/load.mjs";

/* `npm start`. */
const { main } = await load("server");
await main();
setTimeout(module.flushCompileCache, 1000).unref();
