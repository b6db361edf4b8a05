import * as z from "zod";
import { show } from "../../text/show.ts";
import { documented } from "./documented.ts";
import { meanings } from "./meanings.ts";
import { reject } from "./reject.ts";

/** In the place of a version: the newest. */
export const LATEST = "latest";

const FORM = "^(latest|[0-9]{4}\\.[0-9]{1,2}\\.[0-9]{1,9})$";

/** The parameter that names a release. `latest` is the current state, as without it. */
export const releaseParam = documented(
  z
    .string()
    .transform((version, ctx): string | undefined => {
      if (!new RegExp(FORM).test(version))
        return reject(ctx, `${show(version)} is not a version (YYYY.MM.N, such as 2026.11.1) or latest.`, {
          meant: async ({ s }) => (await meanings()).releaseMeant(version, await s.store.releaseVersions()),
        });
      return version === LATEST ? undefined : version;
    })
    .optional(),
  {
    name: "release",
    description:
      "The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.",
    value: { form: { type: "string", pattern: FORM } },
    example: "2026.11.1",
    unknown: "unknown-release",
  },
);
