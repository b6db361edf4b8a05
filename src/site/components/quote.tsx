import { copyUrl, type Passage, type Source } from "../../model/index.ts";
import { gradeOf } from "../../policy/index.ts";
import type { View } from "../view.ts";
import { recordLang } from "./record-text.tsx";

/** Words inside a text fragment: commas, dashes and ampersands have a meaning of their own there. */
const fragmentWords = (words: string): string => encodeURIComponent(words).replaceAll("-", "%2D");

/** The words of a passage as the page itself shows them: archives write Markdown. */
const plain = (words: string): string =>
  words
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[*_`#>|\\[\]]+/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();

/** The document, at the passage: its first and last words as a text fragment (WICG scroll-to-text-fragment). */
export function passageUrl(
  { url }: Pick<Source, "url">,
  { start, end }: Pick<Passage, "start" | "end">,
): string {
  const [first, last] = [plain(start), plain(end)];
  if (first === "") return url;
  const words = last === "" || last === first ? [first] : [first, last];
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${words.map(fragmentWords).join(",")}`;
}

/** A document in a few parts: who published it, what it is, of which day, and how good it is as evidence. */
export function aboutSource({ language, words }: View, source: Source, archived: boolean): string[] {
  const date = source.published ?? source.seen;
  const grade = gradeOf({ source, passage: archived ? source.passages?.[0] : undefined });
  return [
    source.publisher,
    language.terms.sourceKind(source.kind),
    ...(date === undefined ? [] : [language.date(date)]),
    words.evidence.grades[grade],
  ];
}

/** A document: its title, linked, and what it is. */
export const SourceLine = ({ view, source, archived }: { view: View; source: Source; archived: boolean }) => (
  <>
    <a href={source.url} lang={recordLang(view)}>
      {source.title}
    </a>{" "}
    <small>{aboutSource(view, source, archived).join(" · ")}</small>
  </>
);

/** A quotation: its first and last words. */
export const quotation = ({ start, end }: Pick<Passage, "start" | "end">): string =>
  `“${plain(start)} … ${plain(end)}”`;

/** A quotation by its first and last words, linked into the document, with the copy that anyone can check. */
export const Quote = ({ view, source, passage }: { view: View; source: Source; passage: Passage }) => {
  const copy = source.copies?.[passage.copy];
  const { evidence } = view.words;
  return (
    <blockquote>
      <a href={passageUrl(source, passage)} lang="en">
        {quotation(passage)}
      </a>
      {copy ? (
        <>
          {" "}
          <small>
            <a href={copyUrl(copy)}>{evidence.archived(view.language.date(copy.captured))}</a>
          </small>
        </>
      ) : null}
    </blockquote>
  );
};
