import { type Dimension, notARegion, type Platform } from "../../../model/index.ts";
import { compactName } from "../../../text/fold.ts";
import { type Meant, meaning } from "../meant.ts";
import type { Asking } from "../reject.ts";
import { wordMeant } from "./words.ts";

/** The plan that a platform sells under a name, as its record says: LinkedIn's Premium is `paid`. */
function planNamed({ name, plans = {} }: Platform, written: string): Meant | undefined {
  const wanted = compactName(written);
  if (wanted === "") return undefined;
  const found = Object.entries(plans).flatMap(([plan, names]) =>
    names
      .filter((sold) => [sold, name + sold].map(compactName).includes(wanted))
      .map((sold) => ({ plan, sold })),
  );
  const [first] = found;
  if (!first) return undefined;
  const values = [...new Set(found.map(({ plan }) => plan))];
  return { values, explanation: `${name}'s ${first.sold} is ${values.join(" or ")}.` };
}

/** The record that a request is about. */
async function platformOf({ s, id }: Asking): Promise<Platform | undefined> {
  if (id === undefined) return undefined;
  const publication = await s.publication.get(["platform"]);
  const found = (await s.names.of(publication, "platform")).find(id);
  if (found === undefined) return undefined;
  return (await s.records.of(publication, [found])).get(found)?.platform;
}

/** What may be meant by a value of a dimension that is not one of its values. */
export async function facetMeant(
  { facet, values }: Dimension,
  written: string,
  asking: Asking,
): Promise<Meant> {
  if (values === null) {
    const { explanation, codes } = await notARegion(written);
    return { values: codes, explanation };
  }
  if (facet === "plan") {
    const platform = await platformOf(asking);
    const sold = platform && planNamed(platform, written);
    if (sold) return sold;
  }
  return meaning(wordMeant(facet, written, values as readonly string[]));
}
