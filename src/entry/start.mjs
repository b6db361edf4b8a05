import module from "node:module";
import { keepModules } from "./bundle/keep.mjs";
import { folder, load } from "./bundle/load.mjs";

/* `npm start`. */
const { main } = await load("server");
await main();
keepModules(folder);
setTimeout(module.flushCompileCache, 1000).unref();
