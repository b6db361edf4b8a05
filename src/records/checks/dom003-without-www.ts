import type { DatasetCheck } from "../check.ts";
import { type Edit, show } from "../problems.ts";
import { registrableOf } from "../public-suffix.ts";
import { removal } from "./findings.ts";
import { hostPlaces } from "./hosts.ts";

/** DOM003: hosts are without `www.`. */
export const DOM003: DatasetCheck = {
  code: "DOM003",
  description: "A host is written without `www.`.",
  why: "A host stands for everything under it: `www.example.com` alone would not be found at `example.com`.",
  scope: "dataset",
  fix: "removes `www.`, or the host where the record has it without `www.` too",
  *run(dataset) {
    const platforms = [...dataset.platforms.values()];
    for (const { file, record } of platforms) {
      const places = hostPlaces(record);
      for (const { host, path } of places) {
        const short = host.startsWith("www.") ? host.slice("www.".length) : undefined;
        // `www` can be a registered name itself, as in www.com.
        if (short === undefined || registrableOf(short).domain === null) continue;
        const owner = platforms.find((p) => p.record.domains.some((d) => d.host === short))?.record.id;
        const own = owner === record.id || places.some((p) => p.host === short);
        const member = path.slice(0, 2);
        const edits: readonly Edit[] = own
          ? removal(member)
          : owner === undefined
            ? [{ path, set: short }]
            : [];
        yield {
          file,
          path,
          found: owner === undefined || own ? show(host) : `${show(host)}, which belongs to ${owner}`,
          expected: "a host without www., which stands for everything under it",
          fix: own
            ? `Remove it: ${show(short)} is in this record.`
            : owner === undefined
              ? `Write ${show(short)}.`
              : `Remove it, or correct the record of ${owner}.`,
          edits,
        };
      }
    }
  },
};
