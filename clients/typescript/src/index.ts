import createFetchClient, { type Client, type ClientOptions } from "openapi-fetch";
import type { components, paths } from "./schema.d.ts";

/** The schemas of the API, by their names in the OpenAPI document. */
export type Schemas = components["schemas"];

/**
 * A typed client of the API.
 * @example
 * const api = createClient({ baseUrl: "http://localhost:8787" });
 * const { data, error } = await api.GET("/platforms/{id}", { params: { path: { id: "linkedin" }, query: { region: "DE" } } });
 */
export const createClient = (options: ClientOptions): Client<paths> => createFetchClient<paths>(options);
