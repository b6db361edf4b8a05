import type { Child } from "hono/jsx";
import { sentenceCase } from "../../../text/lists.ts";
import { Section } from "../../components/section-head.tsx";
import { pathOf, type View } from "../../view.ts";
import type { Catalogue, Service } from "./services.ts";

/*
 * The form in which services are chosen. Without scripts it sends one `ids` for each; a script sends one for all,
 * finds services by the addresses that a person pastes, and searches in the list. `data-addresses` are what it finds
 * them by, so that no address has to leave the device.
 */

const ServiceBox = ({ service, chosen }: { service: Service; chosen: boolean }) => (
  <li class="platform">
    <label class="check">
      <input
        type="checkbox"
        name="ids"
        value={service.id}
        checked={chosen}
        data-addresses={service.addresses.join(" ")}
      />
      <span>{service.name}</span>
    </label>
  </li>
);

/** The place where a person pastes addresses. A script shows it; it has no name, so no form sends it. */
const Paste = ({ view }: { view: View }) => {
  const { checklist } = view.words;
  return (
    <details data-script hidden>
      <summary>{checklist.paste}</summary>
      <div class="body">
        <p id="paste-about">{checklist.pasteLead}</p>
        <p>
          <label>
            <span>{checklist.pasteLabel}</span>
            <textarea
              id="paste"
              rows={5}
              aria-describedby="paste-about"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
            ></textarea>
          </label>
        </p>
        <p>
          <label>
            <span>{checklist.file}</span>
            <input id="paste-file" type="file" accept=".csv,.json,.txt" />
          </label>
        </p>
        <p>
          <button type="button" id="paste-read">
            {checklist.read}
          </button>
        </p>
        <p
          role="status"
          id="paste-found"
          data-found={checklist.found}
          data-nothing={checklist.nothingFound}
        ></p>
        <details id="paste-unknown" hidden>
          <summary>{checklist.notInData}</summary>
          <p>{checklist.notInDataLead}</p>
          <ul class="plain"></ul>
        </details>
      </div>
    </details>
  );
};

/** Services by category, to be chosen. @param children the fields beside them */
export const ServiceForm = ({
  view,
  catalogue,
  chosen,
  path,
  button,
  most,
  personal = false,
  children,
}: {
  view: View;
  catalogue: Catalogue;
  chosen: readonly string[];
  /** The page that the form opens. */
  path: string;
  button: string;
  /** How many can be chosen. */
  most: number;
  /** Is it the person's own choice, which is kept on the device? */
  personal?: boolean;
  children?: Child;
}) => {
  const { checklist, categories } = view.words;
  return (
    <form
      action={pathOf(view, path)}
      data-services={personal ? "own" : "others"}
      data-chooser={personal ? "" : undefined}
      data-most={most}
      data-others={catalogue.others.join(" ")}
      aria-label={checklist.choose}
    >
      <Section id="whom" title={view.words.chooser.label}>
        <div class="chooser">{children}</div>
      </Section>
      <Section id="services" title={checklist.services} lead={checklist.choose}>
        <Paste view={view} />
        <p data-script hidden>
          <label>
            <span>{checklist.filter}</span>
            <input id="filter" type="search" autocomplete="off" />
          </label>
        </p>
        {catalogue.groups.map(({ category, services }) => (
          <fieldset>
            <legend>{sentenceCase(categories[category])}</legend>
            <ul class="platforms short">
              {services.map((service) => (
                <ServiceBox service={service} chosen={chosen.includes(service.id)} />
              ))}
            </ul>
          </fieldset>
        ))}
        <noscript>
          <p class="hint">{checklist.noScript}</p>
        </noscript>
        <p class="submit">
          <button type="submit">{button}</button>{" "}
          <span
            role="status"
            id="chosen"
            data-chosen={checklist.chosen}
            data-too-many={checklist.tooMany(most)}
          ></span>
        </p>
      </Section>
    </form>
  );
};
