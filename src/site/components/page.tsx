import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import NAMES from "../assets/names.json" with { type: "json" };
import { LANGUAGES } from "../paths.ts";
import { NAME, REPOSITORY } from "../project.ts";
import { canonicalLinks, inLanguage, link, plainLink, type View } from "../view.ts";
import { Search } from "./search.tsx";
import { Switch } from "./switch.tsx";

const asset = (name: keyof typeof NAMES): string => `/assets/${NAMES[name]}`;

/** A feed that feed readers find. */
export interface Feed {
  href: string;
  type: string;
  title: string;
}

export interface PageProps {
  view: View;
  title: string;
  description: string;
  /** Does the page show answers, which depend on the person? */
  answers?: boolean;
  /** Should search engines list it? */
  indexed?: boolean;
  feeds?: readonly Feed[];
  /** What the page says, as schema.org names it. */
  data?: object | undefined;
  /** The same as JSON. */
  json?: string | undefined;
  /** Its scripts, apart from the one of all pages. */
  scripts?: readonly (keyof typeof NAMES)[];
  /** Does the page have a search of its own? */
  searches?: boolean;
  children?: Child;
}

/** JSON inside a script element: nothing in it can end the element. */
const scriptJson = (data: object): string => JSON.stringify(data).replaceAll("<", "\\u003c");

const Head = ({ view, title, description, indexed = true, feeds = [], scripts = [], data }: PageProps) => {
  const { canonical, alternates } = canonicalLinks(view);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={description} />
      {indexed ? (
        <>
          <link rel="canonical" href={canonical} />
          {alternates.map(([language, href]) => (
            <link rel="alternate" hreflang={language} href={href} />
          ))}
        </>
      ) : (
        <meta name="robots" content="noindex" />
      )}
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" type="image/svg+xml" href={asset("favicon.svg")} />
      <link rel="stylesheet" href={asset("site.css")} />
      {feeds.map(({ href, type, title: name }) => (
        <link rel="alternate" type={type} title={name} href={href} />
      ))}
      <script src={asset("choice.js")}></script>
      {scripts.map((name) => (
        <script defer src={asset(name)}></script>
      ))}
      {data ? raw(`<script type="application/ld+json">${scriptJson(data)}</script>`) : null}
    </head>
  );
};

const LINKS = ["platforms", "events", "checklist", "method"] as const;

/** Pages that the footer links. */
const MORE = ["compare", "plans", "myths", "stats", "developers"] as const;

const Header = ({ view, searches = false }: PageProps) => (
  <header class="top">
    <a class="logo" href={link(view, "/")}>
      <Switch shown={{ verdict: "off-by-default", certainty: "practised" }} />
      {NAME}
    </a>
    <nav aria-label={view.words.page.navigation}>
      <ul>
        {LINKS.map((name) => (
          <li>
            <a
              href={link(view, `/${name}`)}
              aria-current={view.address.path === `/${name}` ? "page" : undefined}
            >
              {view.words.page[name]}
            </a>
          </li>
        ))}
        {LANGUAGES.filter((code) => code !== view.code).map((code) => (
          <li>
            <a href={inLanguage(view, code)} hreflang={code} lang={code}>
              {view.words.page.languages[code]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    {searches ? null : <Search view={view} />}
  </header>
);

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
      </ul>
    </footer>
  );
};

/** A complete page. */
export const Page = (props: PageProps) => {
  const { view, answers = false, children } = props;
  return (
    <html lang={view.code} data-answers={answers ? "" : undefined}>
      <Head {...props} />
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
