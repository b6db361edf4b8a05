import type { Child } from "hono/jsx";
import { CELL, KIND, termsOf } from "../../model/index.ts";
import { type By, type Cell, cellBy, type Kind, type Resolved } from "../../policy/index.ts";
import { effortInWords, firstControl } from "../effort.ts";
import type { View } from "../view.ts";
import { recordLang } from "./record-text.tsx";
import { Section } from "./section-head.tsx";
import { Verdict } from "./verdict.tsx";
import { Wide } from "./wide.tsx";

/** One answer beside others. */
export interface Side {
  /** What the column is about, as text: narrow windows show it in every field. */
  name: string;
  /** More about it in the head of its column. */
  more?: Child;
  /** The page with the whole answer, to which controls on it are linked. */
  href: string;
  /** The answer in a sentence; undefined where the page has it elsewhere. */
  sentence?: string;
  resolved: Resolved;
}

interface TableProps {
  view: View;
  caption: Child;
  sides: readonly Side[];
}

/** A field of the table: an answer to one question. */
const Field = ({ side, children }: { side: Side; children?: Child }) => (
  <td data-name={side.name}>{children}</td>
);

/** One question, and every side's answer. */
const Line = ({
  name,
  sides,
  field,
}: {
  name: Child;
  sides: readonly Side[];
  field: (side: Side) => Child;
}) => (
  <tr>
    <th scope="row">{name}</th>
    {sides.map((side) => (
      <Field side={side}>{field(side)}</Field>
    ))}
  </tr>
);

const Frame = ({
  view,
  caption,
  sides,
  first = false,
  children,
}: TableProps & {
  /** The first table of the page: its heads say more. */
  first?: boolean;
  children?: Child;
}) => (
  <Wide label={view.words.sides.table}>
    <table class="sides">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="hidden">{view.words.sides.question}</span>
          </th>
          {sides.map(({ name, href, more }) => (
            <th scope="col">
              <a href={href}>{name}</a>
              {first && more ? (
                <>
                  <br />
                  {more}
                </>
              ) : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </Wide>
);

/** The way out: the most useful control, and the direct link to it. */
const WayOut = ({ view, side }: { view: View; side: Side }) => {
  const control = firstControl(side.resolved);
  if (control === undefined) return <>{view.words.sides.none}</>;
  return (
    <>
      <a href={`${side.href}#control-${control.id}`} lang={recordLang(view)}>
        {control.name}
      </a>
      {control.url === undefined ? null : (
        <>
          <br />
          <a href={control.url} aria-label={view.words.sides.openNamed(control.name)}>
            {view.words.sides.open}
          </a>
        </>
      )}
    </>
  );
};

/** The answer in short of some people or platforms, what it takes to change it, and how. */
export const ShortSides = ({ view, caption, sides }: TableProps) => {
  const { sides: words } = view.words;
  return (
    <Frame view={view} caption={caption} sides={sides} first>
      <Line
        name={words.happens}
        sides={sides}
        field={({ resolved, sentence }) => (
          <>
            <Verdict view={view} shown={resolved.headline} />
            {sentence === undefined ? null : (
              <p>
                <small>{sentence}</small>
              </p>
            )}
          </>
        )}
      />
      <Line name={words.effort} sides={sides} field={({ resolved }) => effortInWords(view, resolved)} />
      <Line name={words.wayOut} sides={sides} field={(side) => <WayOut view={view} side={side} />} />
    </Frame>
  );
};

const isStated = ({ practices }: Cell): boolean => practices.length > 0;

const cellOf = ({ resolved }: Side, kind: Kind, by: By): Cell | undefined => {
  const answer = resolved.kinds.find((a) => a.kind === kind);
  return answer && cellBy(answer, by);
};

/** The verdict of a cell; that nothing is stated is a verdict too. */
const CellVerdict = ({ view, cell }: { view: View; cell: Cell | undefined }) =>
  cell === undefined || !isStated(cell) ? (
    <Verdict view={view} shown={{ verdict: "not-stated", certainty: null }} />
  ) : (
    <Verdict
      view={view}
      shown={cell}
      {...(cell.parts.length > 0 && {
        text: view.words.platform.partly(cell.parts.map(view.language.answer)),
      })}
    />
  );

/** The answers by kind of data and by who trains, of what at least one side states something. */
export const KindSides = ({ view, caption, sides, by }: TableProps & { by: readonly By[] }) => {
  const { language } = view;
  const lines = termsOf(KIND).flatMap((kind) =>
    termsOf(CELL)
      .filter((column) => by.includes(column))
      .filter((column) =>
        sides.some((side) => {
          const cell = cellOf(side, kind, column);
          return cell !== undefined && isStated(cell);
        }),
      )
      .map((column) => ({ kind, column })),
  );
  return lines.length === 0 ? (
    <p>{view.words.sides.nothing}</p>
  ) : (
    <Frame view={view} caption={caption} sides={sides}>
      {lines.map(({ kind, column }) => (
        <Line
          name={
            <>
              {language.terms.kind(kind)}
              <br />
              <small>{language.terms.cell(column)}</small>
            </>
          }
          sides={sides}
          field={(side) => <CellVerdict view={view} cell={cellOf(side, kind, column)} />}
        />
      ))}
    </Frame>
  );
};

/** Sides with everything that is compared: in short, by kind of data, and what is not about generative AI. */
export const SideBySide = ({ view, caption, sides }: TableProps) => {
  const { sides: words } = view.words;
  return (
    <>
      <Section id="short" title={words.shortTitle} whole>
        <ShortSides view={view} caption={caption} sides={sides} />
      </Section>
      <Section id="kinds" title={words.kindsTitle} lead={words.kindsLead} whole>
        <KindSides view={view} caption={words.kindsCaption} sides={sides} by={["own", "others"]} />
        <details>
          <summary>{words.moreTitle}</summary>
          <KindSides view={view} caption={words.moreTitle} sides={sides} by={["crawlers", "other-models"]} />
        </details>
      </Section>
    </>
  );
};
