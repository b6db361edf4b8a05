/** What the build puts into the code (extension/build.ts). */
declare module "virtual:build" {
  /** The server that is asked for newer data unless the person names another. */
  export const DEFAULT_ORIGIN: string;
}
