export { NAME, REPOSITORY } from "../text/project.ts";
