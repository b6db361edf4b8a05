import { transliterate } from "transliteration";

/** The length that ids may have. */
const LONGEST_ID = 80;
/** A name is not longer; what follows is not read. */
const LONGEST_NAME = 400;

/**
 * A name as ids have it, in Latin letters: `Terms of Service` → `terms-of-service`, `Яндекс` → `yandeks`,
 * `Größe` → `grosse`. Empty where no letter or digit is left, as of `★`.
 */
export function slugOf(name: string, longest = LONGEST_ID): string {
  const words = transliterate(name.slice(0, LONGEST_NAME).normalize("NFKC"))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "");
  return words.slice(0, longest).replace(/-$/, "");
}

/** The first of `id`, `id-2`, `id-3` … that is not taken. */
export function freeSlug(id: string, taken: Iterable<string | undefined>): string {
  const used = new Set(taken);
  for (let n = 1; ; n++) {
    const ending = n === 1 ? "" : `-${n}`;
    const candidate = `${id.slice(0, LONGEST_ID - ending.length).replace(/-$/, "")}${ending}`;
    if (!used.has(candidate)) return candidate;
  }
}
