/*
 * <ai-data-use platform="linkedin" region="DE">fallback</ai-data-use>
 *
 * Shows what a platform does with people's data to train AI, from the server that this module comes from. Attributes:
 * platform, region, plan, age, account, lang, theme. What is inside the element is shown until the answer is there, and
 * if it does not come. Nothing is inline and no markup is parsed, so that it works under a strict
 * Content-Security-Policy, with Trusted Types too. docs/embed.md describes it.
 */
const ORIGIN = new URL(import.meta.url).origin;
const PERSON = ["region", "plan", "age", "account"];
const SVG = "http://www.w3.org/2000/svg";
const SHAPES = ["rect", "circle", "path"];
const ATTRIBUTE = /^(class|[xyrd]|c[xy]|rx|width|height|fill|stroke(-[a-z]+)?)$/;

const colours = Object.entries({
  "no-choice": ["#b3261e", "#ff9d94"],
  mixed: ["#8a3b12", "#f0a77f"],
  "on-by-default": ["#a84105", "#ffb077"],
  used: ["#a84105", "#ffb077"],
  disputed: ["#6941c6", "#c3aefc"],
  asked: ["#175cd3", "#93bdff"],
  "off-by-default": ["#0c6a60", "#6fd0c2"],
  "not-stated": ["#565d65", "#a9b0b8"],
  "not-used": ["#176c32", "#86d39a"],
})
  .map(([form, [light, dark]]) => `.${form},.${form}-permitted{color:light-dark(${light},${dark})}`)
  .join("");

// Light or dark as the page around it is (its color-scheme), which may be light for everyone.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host{display:block;--paper:light-dark(#fbfaf6,#15181b);--accent:light-dark(#0b4f66,#8fd0e6)}
:host([hidden]){display:none}
:host([theme=light]){color-scheme:light}
:host([theme=dark]){color-scheme:dark}
article{padding:1rem;border:1px solid light-dark(#d8d4c7,#373c41);font:1rem/1.45 system-ui,sans-serif;color:light-dark(#1b1e22,#e9e6de);background:var(--paper)}
p{margin:0}
p+p{margin-block-start:.6rem}
.name,.answer{font-weight:600}
.answer{display:flex;gap:.6rem}
.sentence{max-width:44rem;font:500 1.2rem/1.35 Charter,"Bitstream Charter",Cambria,Georgia,serif}
.soft,.soft a{font-size:.875rem;color:light-dark(#565b62,#a9adb2)}
.links{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem}
a{color:var(--accent);text-underline-offset:.2em}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.button{padding:.55rem 1rem;border-radius:1.4rem;font-weight:600;color:light-dark(#fff,#10242c);background:var(--accent);text-decoration:none}
svg{flex:none;width:2.25rem;height:1.25rem;overflow:visible}
.paper{fill:var(--paper)}
.paper-line{stroke:var(--paper)}
${colours}`);

/** An element with attributes, and text or elements in it. Attributes without a value are omitted. */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) element.setAttribute(key, value);
  element.append(...children.filter(Boolean));
  return element;
}

const link = ({ text, url } = {}, className) =>
  /^https?:/.test(url) && make("a", { href: url, class: className }, text);

function shape([name, attributes]) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes))
    if (ATTRIBUTE.test(key)) element.setAttribute(key, value);
  return element;
}

/** The switch. It says nothing to screen readers: the words are beside it. */
function drawing({ form, shapes }) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", form);
  svg.setAttribute("viewBox", "0 0 36 20");
  svg.setAttribute("aria-hidden", "true");
  const hatch = document.createElementNS(SVG, "pattern");
  for (const [key, value] of Object.entries({
    id: "hatch",
    width: 4,
    height: 4,
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  }))
    hatch.setAttribute(key, value);
  hatch.append(shape(["path", { d: "M1 0v4", stroke: "currentColor", "stroke-width": "1.5" }]));
  svg.append(hatch, ...shapes.filter(([name]) => SHAPES.includes(name)).map(shape));
  return svg;
}

const view = ({ platform, language, sentence, answer, whom, drawing: drawn, action, more, source }) =>
  make(
    "article",
    { lang: language, "aria-label": platform.name },
    make("p", { class: "name" }, platform.name),
    make("p", { class: "answer" }, drawing(drawn), answer),
    make("p", { class: "sentence" }, sentence),
    make("p", { class: "soft" }, whom),
    make("p", { class: "links" }, link(action ?? {}, "button"), link(more)),
    make("p", { class: "soft" }, link(source)),
  );

export class AiDataUse extends HTMLElement {
  static observedAttributes = ["platform", "lang", ...PERSON];
  #request;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(make("slot", {}));
  }

  connectedCallback() {
    this.#load();
  }

  disconnectedCallback() {
    this.#request?.abort();
  }

  attributeChangedCallback(_, before, now) {
    if (this.isConnected && before !== now) this.#load();
  }

  get #url() {
    const given = this.closest("[lang]")?.lang ?? "";
    const language = /^de\b/i.test(given) ? "de" : "en";
    const url = new URL(
      `/${language}/embed/${encodeURIComponent(this.getAttribute("platform"))}.json`,
      ORIGIN,
    );
    for (const name of PERSON) {
      const value = this.getAttribute(name);
      if (value) url.searchParams.set(name, value);
    }
    return url;
  }

  async #load() {
    // Several attributes that are set one after the other are one change.
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    await null;
    if (request.signal.aborted || !this.getAttribute("platform")) return;
    try {
      const response = await fetch(this.#url, { signal: request.signal, credentials: "omit" });
      if (!response.ok) throw new Error(`${response.status}`);
      this.shadowRoot.replaceChildren(view(await response.json()));
    } catch (error) {
      if (request.signal.aborted) return;
      this.shadowRoot.replaceChildren(make("slot", {}));
      console.warn(`ai-data-use: no answer for ${this.getAttribute("platform")} (${error.message})`);
    }
  }
}

if (!customElements.get("ai-data-use")) customElements.define("ai-data-use", AiDataUse);
