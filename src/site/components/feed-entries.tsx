import { anchorOf, type Block, type FeedEntry } from "../../api/http/feeds/entry.ts";
import type { View } from "../view.ts";
import { recordLang } from "./record-text.tsx";

const Paragraph = ({ block }: { block: Block }) =>
  typeof block === "string" ? (
    <p>{block}</p>
  ) : (
    <ul class="plain">
      {block.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );

/** Entries of a feed, as sections that links from the feed lead to. */
export const FeedEntries = ({
  view,
  entries,
  hrefOf,
}: {
  view: View;
  entries: readonly FeedEntry[];
  /** Where the entry's title leads; undefined for nowhere. */
  hrefOf: (entry: FeedEntry) => string | undefined;
}) => (
  <>
    {entries.map((entry) => {
      const href = hrefOf(entry);
      return (
        <section id={anchorOf(entry.name)}>
          <div class="head">
            <h2 lang={recordLang(view)}>
              {href === undefined ? entry.title : <a href={href}>{entry.title}</a>}
            </h2>
            <div>
              <time datetime={entry.known}>{view.language.date(entry.known)}</time>
            </div>
          </div>
          <div class="body" lang={recordLang(view)}>
            {entry.blocks.map((block) => (
              <Paragraph block={block} />
            ))}
          </div>
        </section>
      );
    })}
  </>
);
