/** A value of a parameter. Several are separated by commas; null and undefined are not sent. */
export type ParameterValue = string | number | boolean | readonly (string | number)[] | null | undefined;

/** Parameters of the path and of the query by their names. */
export type Parameters = Readonly<Record<string, ParameterValue>>;

/**
 * The URL of a path with its parameters.
 * @param path `/platforms/{id}`; each name in braces is taken from the parameters
 * @throws {TypeError} for a missing or empty part of the path, which would be another path
 */
export function urlOf(base: string, path: string, parameters: Parameters): string {
  const rest = new Map(Object.entries(parameters));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    if (value === undefined || value === null || value === "")
      throw new TypeError(`${path} needs the parameter ${name}.`);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of rest) if (value !== undefined && value !== null) query.set(name, String(value));
  const search = query.size > 0 ? `?${query}` : "";
  return base.replace(/\/+$/, "") + filled + search;
}
