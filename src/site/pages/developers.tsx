import { audienceParams } from "../../api/http/audience.ts";
import { FEED_FORMATS, FEED_NAMES, feedLinks } from "../../api/http/feed-links.ts";
import { ENDPOINTS } from "../../api/routes/index.ts";
import { ATTRIBUTION, LICENCE } from "../../model/index.ts";
import { Code } from "../components/code.tsx";
import { Page } from "../components/page.tsx";
import { recordLang } from "../components/record-text.tsx";
import { Section } from "../components/section-head.tsx";
import { page } from "../http/page.ts";
import { REPOSITORY } from "../project.ts";
import { link, plainLink, type View } from "../view.ts";

/** The platform in examples. */
const EXAMPLE = { id: "linkedin", name: "LinkedIn", region: "DE" };

const documentation = (file: string): string => `${REPOSITORY}/blob/main/docs/${file}`;

const PathTable = ({ view }: { view: View }) => {
  const { developers } = view.words;
  return (
    <table class="world">
      <caption class="hidden">{developers.paths}</caption>
      <thead class="hidden">
        <tr>
          <th scope="col">{developers.path}</th>
          <th scope="col">{developers.answers}</th>
        </tr>
      </thead>
      <tbody lang={recordLang(view)}>
        {ENDPOINTS.flatMap(({ path, about, example }) =>
          about === undefined
            ? []
            : [
                <tr>
                  <th scope="row">
                    <a href={plainLink(`/v1${example}`)}>
                      <code>{path}</code>
                    </a>
                  </th>
                  <td>{about}</td>
                </tr>,
              ],
        )}
      </tbody>
    </table>
  );
};

const Api = ({ view }: { view: View }) => {
  const { developers } = view.words;
  return (
    <Section id="api" title={developers.api} lead={developers.apiLead}>
      <Code
        view={view}
        text={`curl -s '${view.origin}/v1/platforms/${EXAMPLE.id}?region=${EXAMPLE.region}'`}
      />
      <ul class="plain">
        <li>
          <a href={plainLink("/docs")}>{developers.reference}</a>
        </li>
        <li>
          <a href={plainLink("/openapi.json")}>{developers.openapi}</a>
        </li>
        <li>
          <a href={plainLink("/openapi-3.0.json")}>{developers.openapi30}</a>
        </li>
        <li>
          <a href={documentation("api.md")}>{developers.howToRead}</a>
        </li>
        <li>
          <a href={link(view, "/problems")}>{developers.problems}</a>
        </li>
      </ul>
      <ul class="plain">
        {developers.rules.map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
      <PathTable view={view} />
    </Section>
  );
};

const Badge = ({ view }: { view: View }) => {
  const { developers } = view.words;
  const path = plainLink(`/badge/${EXAMPLE.id}.svg`, { region: EXAMPLE.region });
  const about = plainLink(`/platforms/${EXAMPLE.id}`, { region: EXAMPLE.region });
  const alt = developers.badgeAlt(EXAMPLE.name);
  return (
    <Section id="badge" title={developers.badge}>
      <p>{developers.badgeText}</p>
      <p>
        <a href={about}>
          <img src={path} alt={alt} height="20" />
        </a>
      </p>
      <Code view={view} text={`[![${alt}](${view.origin}${path})](${view.origin}${about})`} />
    </Section>
  );
};

const Embed = ({ view }: { view: View }) => {
  const { developers } = view.words;
  const element = `<script type="module" src="${view.origin}/embed.js"></script>
<ai-data-use platform="${EXAMPLE.id}" region="${EXAMPLE.region}" lang="${view.code}"></ai-data-use>`;
  return (
    <Section id="embed" title={developers.embed}>
      <p>{developers.embedText}</p>
      <Code view={view} text={element} />
      <ul class="plain">
        <li>
          <a href={documentation("embed.md")}>{developers.aboutEmbed}</a>
        </li>
        <li>
          <a href={`/${view.code}/platforms/${EXAMPLE.id}.md`}>{developers.markdown}</a>
        </li>
        <li>
          <a href={documentation("extension.md")}>{developers.extension}</a>
        </li>
      </ul>
    </Section>
  );
};

const Feeds = ({ view }: { view: View }) => {
  const { developers } = view.words;
  const lists = [
    { path: "/events", name: developers.events },
    { path: "/changes", name: developers.changes },
  ];
  return (
    <Section id="feeds" title={developers.feeds}>
      <p>{developers.feedsText}</p>
      <ul class="plain">
        {lists.map(({ path, name }) => (
          <li>
            {name}:{" "}
            {FEED_NAMES.map((format, i) => (
              <>
                {i > 0 ? ", " : ""}
                <a href={feedLinks(path)[format]} lang={recordLang(view)}>
                  {FEED_FORMATS[format].name}
                </a>
              </>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const PACKAGE_EXAMPLE = `import { resolve } from "@ai-data-use/data";
import ${EXAMPLE.id} from "@ai-data-use/data/platforms/${EXAMPLE.id}.js";

const answer = resolve(${EXAMPLE.id}, { region: "${EXAMPLE.region}" });
answer.headline.sentence;`;

const DevelopersPage = ({ view }: { view: View }) => {
  const { developers } = view.words;
  return (
    <Page view={view} title={developers.pageTitle} description={developers.description} json="/v1">
      <div class="answer">
        <h1>{developers.title}</h1>
        <p class="lead">{developers.lead}</p>
      </div>
      <Api view={view} />
      <Section id="downloads" title={developers.downloads}>
        <p>{developers.downloadsText}</p>
        <ul class="plain">
          <li>
            <a href={link(view, "/download")}>{developers.allFiles}</a>
          </li>
          <li>
            <a href={documentation("downloads.md")}>{developers.aboutFiles}</a>
          </li>
          <li>
            <a href={`${REPOSITORY}/tree/main/examples`}>{developers.examples}</a>
          </li>
        </ul>
      </Section>
      <Badge view={view} />
      <Embed view={view} />
      <Feeds view={view} />
      <Section id="package" title={developers.packages}>
        <p>{developers.packagesText}</p>
        <Code view={view} text={PACKAGE_EXAMPLE} />
        <ul class="plain">
          <li>
            <a href={documentation("package.md")}>{developers.aboutPackage}</a>
          </li>
          <li>
            <a href={`${REPOSITORY}/tree/main/clients/typescript`}>{developers.client}</a>
          </li>
        </ul>
      </Section>
      <Section id="licence" title={developers.licence}>
        <p>
          {developers.licenceText} <a href={LICENCE.url}>{LICENCE.name}</a>
        </p>
        <p>
          {developers.attribution}: <span lang={recordLang(view)}>{ATTRIBUTION}</span>
        </p>
      </Section>
    </Page>
  );
};

/** /developers */
export const developersPage = page({
  path: "/developers",
  query: audienceParams,
  render: async ({ view }) => <DevelopersPage view={view} />,
});
