/**
 * A header of a request as Node would give it in `headers`, where several lines are one list. `headers` is made
 * when it is first read, which costs more than reading the few that are needed from the lines themselves.
 * @param raw names and values, alternating
 * @param name in lower case
 */
export function headerOf(raw: readonly string[], name: string): string | undefined {
  let found: string | undefined;
  for (let i = 0; i < raw.length; i += 2) {
    const given = raw[i] as string;
    if (given.length !== name.length || given.toLowerCase() !== name) continue;
    const value = raw[i + 1] as string;
    found = found === undefined ? value : `${found}, ${value}`;
  }
  return found;
}
