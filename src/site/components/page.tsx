import type { Child } from "hono/jsx";
import { LANGUAGES } from "../paths.ts";
import { NAME, REPOSITORY } from "../project.ts";
import { sameForPerson } from "../same-for-all.ts";
import { inLanguage, link, plainLink } from "../view.ts";
import { Head, type HeadProps } from "./head.ts";
import { Search } from "./search.tsx";
import { Switch } from "./switch.tsx";

export interface PageProps extends HeadProps {
  /** The same as JSON. */
  json?: string | undefined;
  /** Does the page have a search of its own? */
  searches?: boolean;
  children?: Child;
}

const LINKS = ["platforms", "events", "checklist", "method"] as const;

/** Pages that the footer links. */
const MORE = ["compare", "plans", "myths", "stats", "developers"] as const;

/** @param current the one whose page it is */
const links = sameForPerson((view, current: (typeof LINKS)[number] | undefined) => (
  <>
    {LINKS.map((name) => (
      <li>
        <a href={link(view, `/${name}`)} aria-current={name === current ? "page" : undefined}>
          {view.words.page[name]}
        </a>
      </li>
    ))}
  </>
));

const logo = sameForPerson((view) => (
  <a class="logo" href={link(view, "/")}>
    <Switch shown={{ verdict: "off-by-default", certainty: "practised" }} />
    {NAME}
  </a>
));

const search = sameForPerson((view) => <Search view={view} />);

const Header = ({ view, searches = false }: PageProps) => (
  <header class="top">
    {logo(view)}
    <nav aria-label={view.words.page.navigation}>
      <ul>
        {links(
          view,
          LINKS.find((name) => view.address.path === `/${name}`),
        )}
      </ul>
    </nav>
    <ul class="languages">
      {LANGUAGES.filter((code) => code !== view.code).map((code) => (
        <li>
          <a href={inLanguage(view, code)} hreflang={code} lang={code}>
            {view.words.page.languages[code]}
          </a>
        </li>
      ))}
    </ul>
    {searches ? null : search(view)}
  </header>
);

const more = sameForPerson((view) => {
  const { page } = view.words;
  return (
    <>
      {MORE.map((name) => (
        <li>
          <a href={link(view, `/${name}`)}>{page[name]}</a>
        </li>
      ))}
      <li>
        <a href={link(view, "/vendor-review")}>{page.vendorReview}</a>
      </li>
      <li>
        <a href={plainLink("/docs")}>{page.api}</a>
      </li>
      <li>
        <a href={link(view, "/download")}>{page.downloads}</a>
      </li>
      <li>
        <a href={REPOSITORY}>{page.source}</a>
      </li>
    </>
  );
});

const Footer = ({ view, json }: PageProps) => {
  const { page } = view.words;
  return (
    <footer class="bottom">
      <p>{page.about}</p>
      <p>
        {page.licence} {view.publication ? page.release(view.publication.version) : null}
      </p>
      <ul>
        {json ? (
          <li>
            <a href={json}>{page.json}</a>
          </li>
        ) : null}
        {more(view)}
      </ul>
    </footer>
  );
};

/** A complete page. */
export const Page = (props: PageProps) => {
  const { view, answers = false, children } = props;
  return (
    <html lang={view.code} data-answers={answers ? "" : undefined}>
      {Head(props)}
      <body>
        <a class="skip" href="#main">
          {view.words.page.skip}
        </a>
        <Header {...props} />
        <main id="main">{children}</main>
        <Footer {...props} />
      </body>
    </html>
  );
};
