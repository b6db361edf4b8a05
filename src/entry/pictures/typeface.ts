import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";

const { resolve } = createRequire(import.meta.url);

/** A font whose text is measured and drawn as outlines. */
export class Typeface {
  readonly #font: Font;

  /** @param file a TrueType font of an installed package */
  constructor(file: string) {
    this.#font = create(readFileSync(resolve(file))) as Font;
  }

  /** How wide text is, in pixels. */
  width = (text: string, size: number): number =>
    (this.#font.layout(text).advanceWidth * size) / this.#font.unitsPerEm;

  /** Text as the data of a path. @param y the line on which it is */
  path(text: string, x: number, y: number, size: number): string {
    const scale = size / this.#font.unitsPerEm;
    const { glyphs, positions } = this.#font.layout(text);
    let at = 0;
    return glyphs
      .map((glyph, i) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
        const left = x + (at + xOffset) * scale;
        at += xAdvance;
        // Fonts count upwards.
        return glyph.path.transform(scale, 0, 0, -scale, left, y - yOffset * scale).toSVG();
      })
      .join("");
  }

  /** The characters of a text that the font does not have. */
  lacking = (text: string): string[] =>
    [...text].filter((character) => !this.#font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

/** The fonts of pictures: Source Serif 4 and Source Sans 3 of Adobe, under the SIL Open Font License 1.1. */
export const typefaces = () => ({
  serif: new Typeface("@expo-google-fonts/source-serif-4/500Medium/SourceSerif4_500Medium.ttf"),
  sans: new Typeface("@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf"),
  strong: new Typeface("@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf"),
});

export type Typefaces = ReturnType<typeof typefaces>;
