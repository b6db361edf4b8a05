/** Requests about the server itself: they are cheap, and must be answered when it is busy. */
const ABOUT_SERVER = /^(\/v1)?\/(healthz|readyz)([?#]|$)/;

/** Is this path, with or without its query, one about the server itself? Such requests have no limit and no queue. */
export const isAboutServer = (url: string): boolean => ABOUT_SERVER.test(url);
