/** The endpoint of the Model Context Protocol; also under /v1, as all paths of the API. */
const PATHS = ["/mcp", "/v1/mcp"];

/** Is a request for the Model Context Protocol? @param path without the query */
export const isMcp = (path: string): boolean => PATHS.includes(path);
