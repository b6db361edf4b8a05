import type { ProblemName } from "../../api/http/problem.ts";
import { Page } from "../components/page.tsx";
import { RecordText } from "../components/record-text.tsx";
import { Search } from "../components/search.tsx";
import { localPath } from "../paths.ts";
import { link, pathOf, type View } from "../view.ts";

/** A problem as the API says it (RFC 9457). */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  parameter?: string | undefined;
  nearest?: string[] | undefined;
  suggestion?: string | undefined;
}

/** A link that works, in place of the one that did not. */
interface Suggestion {
  href: string;
  text: string;
}

/** A parameter's value with another one in place of the one that the problem names; of a list, only that one. */
function corrected(written: string, value: string, detail: string): string {
  const parts = written.split(",").map((part) => part.trim());
  const isWrong = (part: string) => detail.includes(JSON.stringify(part));
  return parts.some(isWrong) ? parts.map((part) => (isWrong(part) ? value : part)).join(",") : value;
}

/** Requests that work, as far as the problem names them. */
function suggestionsOf(
  view: View,
  name: string,
  { parameter = "", nearest = [], detail, suggestion }: ProblemBody,
  url: URL,
): Suggestion[] {
  const [, kind] = /^unknown-(platform|operator)$/.exec(name) ?? [];
  const written = url.searchParams.get(parameter);
  if (kind !== undefined && written === null)
    return nearest.map((id) => ({ href: link(view, `/${kind}s/${id}`), text: id }));
  // Others are parts of a path, and in the suggestion.
  const paths = nearest.filter((path) => path.startsWith("/"));
  if (name === "unknown-path" && paths.length > 0)
    return paths.map((path) => ({ href: pathOf(view, path), text: path }));
  if (nearest.length === 0 || written === null)
    return suggestion === undefined ? [] : [{ href: suggestion, text: suggestion }];
  return nearest.map((value) => {
    const fixed = new URL(url);
    if (name === "unknown-parameter") {
      fixed.searchParams.set(value, fixed.searchParams.get(parameter) ?? "");
      fixed.searchParams.delete(parameter);
    } else fixed.searchParams.set(parameter, corrected(written ?? "", value, detail));
    return { href: `${fixed.pathname}${fixed.search}`, text: value };
  });
}

/** What was probably looked for: the last part of the path. */
function lookedFor(name: string, url: URL): string {
  if (name !== "unknown-platform" && name !== "unknown-path") return "";
  const last = localPath(url.pathname).path.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last).slice(0, 100);
  } catch {
    return "";
  }
}

/** An error as a page: what is wrong, what works instead, and the search. */
export const problemPage = (view: View, body: ProblemBody, url: URL) => {
  const { problems } = view.words;
  const name = body.type.replace(/^\/problems\//, "") as ProblemName;
  const { title, help } = problems.known[name] ?? { title: body.title, help: "" };
  const suggestions = suggestionsOf(view, name, body, url);
  const broken = body.status >= 500;
  return (
    <Page view={view} title={title} description={help} indexed={false} searches>
      <div class="answer">
        <h1>{title}</h1>
        <p class="lead">{help}</p>
        {suggestions.length > 0 ? (
          <p>
            {problems.meant}{" "}
            {suggestions.map(({ href, text }) => (
              <a class="button" href={href}>
                {text}
              </a>
            ))}
          </p>
        ) : null}
        {broken ? null : (
          <p class="hint">
            <RecordText view={view}>{body.detail}</RecordText>
          </p>
        )}
        <Search view={view} value={lookedFor(name, url)} large />
        <p>
          <a href={link(view, "/platforms")}>{problems.all}</a>
        </p>
      </div>
    </Page>
  );
};
