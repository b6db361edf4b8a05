import { link, type View } from "../view.ts";

/** Where a long list goes on. */
export const Pager = ({
  view,
  path,
  params,
  cursor,
  next,
}: {
  view: View;
  path: string;
  params: View["address"]["params"];
  /** Where this page began; undefined on the first. */
  cursor: string | undefined;
  /** Where the next one begins; undefined on the last. */
  next: string | undefined;
}) =>
  cursor === undefined && next === undefined ? null : (
    <nav class="pager" aria-label={view.words.pager.label}>
      {cursor === undefined ? null : (
        <a href={link(view, path, { ...params, cursor: null })}>{view.words.pager.first}</a>
      )}
      {next === undefined ? null : (
        <a href={link(view, path, { ...params, cursor: next })} rel="next">
          {view.words.pager.next}
        </a>
      )}
    </nav>
  );
