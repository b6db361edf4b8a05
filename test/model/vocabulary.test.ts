import { expect, test } from "vitest";
import {
  OWN_WORDS,
  PURPOSE,
  SOURCE_KIND,
  STANDARDS,
  type Term,
  TRAINING_PURPOSES,
  VOCABULARIES,
} from "../../src/model/index.ts";

const terms = Object.entries(VOCABULARIES).flatMap(([vocabulary, v]) =>
  Object.entries(v as Record<string, Term>).map(([name, term]) => ({
    name: `${vocabulary}/${name}`,
    ...term,
  })),
);

test("every term has a definition that is a sentence", () => {
  for (const { name, definition } of terms) expect(definition, name).toMatch(/^[A-Z“].*[.)]$/);
});

test("every mapping names a known standard, and DPV's terms are IRIs under w3id.org", () => {
  for (const { name, mappings = [] } of terms)
    for (const m of mappings) {
      expect(Object.keys(STANDARDS), name).toContain(m.standard);
      if (m.standard === "dpv")
        expect(m.term, name).toMatch(/^https:\/\/w3id\.org\/dpv(\/[a-z/]+)?#[A-Za-z0-9-]+$/);
    }
});

test("training purposes and own words are terms", () => {
  for (const p of TRAINING_PURPOSES) expect(PURPOSE).toHaveProperty(p);
  for (const k of OWN_WORDS) expect(SOURCE_KIND).toHaveProperty(k);
});
