/** A JSON answer of the API, as far as the lines need it. */
// biome-ignore lint/suspicious/noExplicitAny: the lines come from plain JSON, without a client's types
type Json = any;

/**
 * What the program of every client prints, read from the API without a client: opt-out, all pages of two lists,
 * every platform with all that can be included, a change, an error, an alias and a download.
 * @param base the server's address, without a slash at the end
 */
export async function expectedLines(base: string): Promise<string[]> {
  const get = async (path: string): Promise<Json> => (await fetch(base + path)).json();
  async function* pages(path: string): AsyncGenerator<Json> {
    for (let next: string | null = path; next; ) {
      const page: Json = await get(next);
      yield page;
      next = page.next;
    }
  }

  const lines: string[] = [];
  const optOut = await get("/platforms/linkedin/opt-out?region=DE");
  lines.push(`opt-out: ${optOut.headline.verdict}, ${optOut.effort.actions} actions`);
  const [control] = optOut.controls;
  lines.push(...control.steps.map((step: string, i: number) => `${i + 1}. ${step}`));

  const platforms = await Array.fromAsync(pages("/platforms?region=DE&limit=40"));
  const ids: string[] = platforms.flatMap((page) => page.items.map((item: Json) => item.id));
  lines.push(`platforms: ${ids.length} of ${platforms[0].total} on ${platforms.length} pages`);

  const history = (await Array.fromAsync(pages("/platforms/linkedin/history?limit=100"))).flatMap(
    (page) => page.items,
  );
  const events = history.filter((item) => item.event);
  const changes = history.filter((item) => item.change);
  lines.push(`history: ${events.length} events, ${changes.length} changes`);
  lines.push(`event: ${events[0].day} ${events[0].event.type} ${events[0].event.title}`);

  let practices = 0;
  let sources = 0;
  for (const id of ids) {
    const answer = await get(`/platforms/${id}?region=DE&include=record,sources,events,evidence,myths`);
    practices += answer.practices.length;
    sources += answer.sources.length;
  }
  lines.push(`answers: ${practices} practices, ${sources} sources`);

  const [change] = (await get("/changes?platform=airbnb&class=correction&limit=1")).items;
  lines.push(`change: ${change.date} ${change.class} ${change.summary}`);
  const problem = await get("/platforms/nope");
  lines.push(`error: ${problem.status} ${problem.type} ${problem.parameter}`);
  lines.push(`alias: twitter is ${(await get("/platforms/twitter")).id}`);
  const file = await (await fetch(`${base}/download/latest/ai-data-use-events.csv`)).arrayBuffer();
  lines.push(`download: ${file.byteLength} bytes`);
  return lines;
}
