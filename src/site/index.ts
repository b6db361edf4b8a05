/** The site for people. Independent of the database engine and of the runtime. */
export { createSite, type Site } from "./app.ts";
