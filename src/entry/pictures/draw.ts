import type { Card } from "../../api/http/pictures.ts";
import { VERDICT_COLOURS } from "../../api/verdict-colours.ts";
import { type Fitted, fitText } from "./fit.ts";
import type { Typeface, Typefaces } from "./typeface.ts";

/*
 * The picture of a platform's answer: its name, the headline, and the switch with the verdict in words. Text is drawn
 * as outlines, so that what draws the picture needs no fonts. Colours and proportions are those of the site's light
 * theme (src/site/assets/site.css).
 */

export const WIDTH = 1200;
export const HEIGHT = 630;

const PAPER = "#fbfaf6";
const INK = "#1b1e22";
const SOFT = "#565b62";
const LINE = "#d8d4c7";
const ACCENT = "#0b4f66";

/** The colour of each form of the switch, without whether it is only permitted. */
export const COLOURS: Readonly<Record<string, string>> = {
  ...VERDICT_COLOURS,
  used: VERDICT_COLOURS["on-by-default"],
};

const MARGIN = 72;
/** The width of the headline. */
export const INNER = WIDTH - 2 * MARGIN;
const NAME_LINE = 104;
export const HEADLINE = { top: 140, height: 330, leading: 1.27 };
const RULE = 500;
const BOTTOM = 566;
const SWITCH = { width: 130, height: 72 };
const BRAND = "AI Data Use";
const BRAND_SIZE = 28;

/** Sizes from one to another, in steps of two. */
const sizes = (largest: number, smallest: number): number[] =>
  Array.from({ length: (largest - smallest) / 2 + 1 }, (_, i) => largest - 2 * i);

/** The sizes of the headline. */
export const SIZES = sizes(64, 30);

const outline = (face: Typeface, text: string, x: number, y: number, size: number, fill: string): string =>
  `<path fill="${fill}" d="${face.path(text, x, y, size)}"/>`;

const outlines = (
  face: Typeface,
  { lines, size }: Fitted,
  { x, top, leading, fill }: { x: number; top: number; leading: number; fill: string },
): string =>
  lines.map((line, i) => outline(face, line, x, top + size * (0.9 + i * leading), size, fill)).join("");

/** The switch at a place, with its top left corner there. */
function drawing(
  { shapes }: Pick<Card, "shapes">,
  { x, y, height, colour }: { x: number; y: number; height: number; colour: string },
): string {
  const elements = shapes.map(([name, attributes]) => {
    const { class: kind, ...rest } = attributes;
    const paper = kind === "paper" ? { fill: PAPER } : kind === "paper-line" ? { stroke: PAPER } : {};
    const all = Object.entries({ ...rest, ...paper }).map(([key, value]) => ` ${key}="${value}"`);
    return `<${name}${all.join("")}/>`;
  });
  return `<g transform="translate(${x} ${y}) scale(${height / 20})" color="${colour}"><defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M1 0v4" stroke="${colour}" stroke-width="1.5"/></pattern></defs>${elements.join("")}</g>`;
}

/** The name of the project with its own switch, at the right. */
function brand({ strong }: Typefaces): string {
  const x = WIDTH - MARGIN - strong.width(BRAND, BRAND_SIZE);
  return outline(strong, BRAND, x, BOTTOM + 10, BRAND_SIZE, ACCENT);
}

/** The name, and at the right what has to be added. */
function top({ strong, sans }: Typefaces, { name, note }: Card): string {
  const added = note === undefined ? undefined : { text: note, size: 26, width: sans.width(note, 26) };
  const room = {
    width: INNER - (added ? added.width + 40 : 0),
    height: 60,
    sizes: sizes(44, 24),
    leading: 1,
  };
  const { lines, size } = fitText(name, room, strong.width);
  return [
    outline(strong, lines[0] ?? "", MARGIN, NAME_LINE, size, INK),
    added && outline(sans, added.text, WIDTH - MARGIN - added.width, NAME_LINE, added.size, SOFT),
  ].join("");
}

/** A card as SVG. */
export function draw(card: Card, faces: Typefaces): string {
  const { serif, strong } = faces;
  const colour = COLOURS[card.form.replace(/-permitted$/, "")] ?? INK;
  const headline = fitText(card.sentence, { ...HEADLINE, width: INNER, sizes: SIZES }, serif.width);
  const used = headline.lines.length * headline.size * HEADLINE.leading;
  const spare = Math.min(48, (HEADLINE.height - used) / 2);
  const x = MARGIN + SWITCH.width + 28;
  const verdict = fitText(
    card.answer,
    {
      width: WIDTH - MARGIN - strong.width(BRAND, BRAND_SIZE) - 48 - x,
      height: 84,
      sizes: sizes(38, 24),
      leading: 1.15,
    },
    strong.width,
  );
  const height = verdict.lines.length * verdict.size * 1.15;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`,
    top(faces, card),
    outlines(serif, headline, { ...HEADLINE, x: MARGIN, top: HEADLINE.top + spare, fill: INK }),
    `<rect x="${MARGIN}" y="${RULE}" width="${INNER}" height="2" fill="${LINE}"/>`,
    drawing(card, { x: MARGIN, y: BOTTOM - SWITCH.height / 2, height: SWITCH.height, colour }),
    outlines(strong, verdict, { x, top: BOTTOM - height / 2 + 1, leading: 1.15, fill: colour }),
    brand(faces),
    "</svg>",
  ].join("");
}
