import { publishEmbedded } from "../../src/db/embedded/index.ts";
import { openLibsql } from "../../src/db/libsql.ts";
import { publishHistory } from "../../src/db/publish-history.ts";
import { loadHistory } from "../../src/history/history.ts";
import { hashOf } from "../../src/records/load.ts";

/*
 * Publishes some states in turn, one every 200 ms, until it is stopped, and prints how many:
 * `publisher.ts embedded|shared <file> <data> <data> …`.
 */
const [kind = "", file = "", ...folders] = process.argv.slice(2);
const histories = folders.map(loadHistory);
const publish =
  kind === "embedded"
    ? (history: (typeof histories)[number]) => publishEmbedded(file, history, { hash: hashOf })
    : await openLibsql(`file:${file}`).then(
        ({ db }) =>
          (history: (typeof histories)[number]) =>
            publishHistory(db, history, { hash: hashOf }),
      );
for (let count = 0; ; ) {
  const begin = performance.now();
  const history = histories[count % histories.length];
  if (!history) break;
  await publish(history);
  console.log(++count);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, 200 - (performance.now() - begin))));
}
