/*
 * The checklist on this device: it keeps the chosen services and the ticks, and finds services by addresses. The list
 * itself is made by the server from the services in the URL; nothing else is sent.
 */
(() => {
  const KEY = "checklist";
  const UNKNOWN = "checklist-unknown";
  const $ = (id) => document.getElementById(id);

  /** Storage may be switched off: then nothing is remembered. */
  const load = (storage, key, fallback) => {
    try {
      return JSON.parse(globalThis[storage].getItem(key)) ?? fallback;
    } catch {
      return fallback;
    }
  };
  const save = (storage, key, value) => {
    try {
      globalThis[storage].setItem(key, JSON.stringify(value));
    } catch {}
  };
  const stored = () => {
    const { ids, done } = load("localStorage", KEY, {});
    return { ids: Array.isArray(ids) ? ids : [], done: Array.isArray(done) ? done : [] };
  };
  const keep = (changes) => save("localStorage", KEY, { ...stored(), ...changes });
  const unknown = () => load("sessionStorage", UNKNOWN, []);

  const say = (element, text, values = {}) => {
    element.textContent = text.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);
  };
  const showList = (list, texts) => {
    list.replaceChildren(
      ...texts.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
    );
  };

  for (const element of document.querySelectorAll("[data-script]")) element.hidden = false;
  $("remove")?.addEventListener("click", () => {
    try {
      localStorage.removeItem(KEY);
      sessionStorage.removeItem(UNKNOWN);
    } catch {}
    for (const box of document.querySelectorAll("main [type=checkbox]")) box.checked = false;
    document.dispatchEvent(new Event("checklist-removed"));
    say($("removed"), $("removed").dataset.text);
  });

  $("print")?.addEventListener("click", () => print());

  /* Where services are chosen. */
  const form = document.querySelector("form[data-services]");
  if (form) {
    const own = form.dataset.services === "own";
    const boxes = [...form.querySelectorAll("[name=ids]")];
    const chosen = () =>
      boxes
        .filter((box) => box.checked)
        .map((box) => box.value)
        .sort();
    const status = $("chosen");
    const count = () => {
      const { length } = chosen();
      const most = Number(form.dataset.most);
      say(status, length > most ? status.dataset.tooMany : status.dataset.chosen, { n: length });
      return length <= most;
    };

    const before = own ? stored().ids : [];
    if (before.length > 0 && !new URL(location).searchParams.has("ids")) {
      for (const box of boxes) box.checked ||= before.includes(box.value);
      const open = $("kept").querySelector("a");
      const url = new URL(open.href);
      url.searchParams.set("ids", before.join(","));
      open.href = url;
      $("kept").hidden = false;
    }
    count();
    form.addEventListener("change", count);
    document.addEventListener("checklist-removed", () => {
      $("kept")?.setAttribute("hidden", "");
      count();
    });

    form.addEventListener("submit", (event) => {
      const ids = chosen();
      if (!count()) {
        event.preventDefault();
        event.stopPropagation();
        status.scrollIntoView({ block: "center" });
        return;
      }
      if (own) keep({ ids });
      const one = form.querySelector("input[type=hidden][name=ids]") ?? document.createElement("input");
      Object.assign(one, { type: "hidden", name: "ids", value: ids.join(",") });
      for (const box of boxes) box.disabled = true;
      form.append(one);
    });

    const filter = $("filter");
    filter.addEventListener("input", () => {
      const wanted = filter.value.trim().toLowerCase();
      for (const box of boxes)
        box.closest("li").hidden = !`${box.labels[0].textContent} ${box.dataset.addresses}`
          .toLowerCase()
          .includes(wanted);
      for (const group of form.querySelectorAll("fieldset"))
        group.hidden = group.querySelector("li:not([hidden])") === null;
    });
    filter.addEventListener("keydown", (event) => {
      // The form is sent with its button.
      if (event.key === "Enter") event.preventDefault();
    });

    /** The box of an address: the most exact of its hosts decides; null where it belongs to another service. */
    const places = new Map(form.dataset.others.split(" ").map((host) => [host, null]));
    for (const box of boxes) for (const address of box.dataset.addresses.split(" ")) places.set(address, box);
    const boxOf = (address) => {
      if (places.has(address)) return places.get(address);
      for (let at = address; at.includes("."); at = at.slice(at.indexOf(".") + 1))
        if (places.has(at)) return places.get(at);
      return null;
    };

    const read = (text) => {
      const found = $("paste-found");
      const addresses = globalThis.addressesIn(text);
      const missing = [];
      const known = new Set();
      for (const address of addresses) {
        const box = boxOf(address);
        if (box) known.add(box);
        else missing.push(address);
      }
      for (const box of known) box.checked = true;
      missing.sort();
      $("paste").value = "";
      $("paste-file").value = "";
      say(found, addresses.length === 0 ? found.dataset.nothing : found.dataset.found, {
        known: known.size,
        unknown: missing.length,
      });
      save("sessionStorage", UNKNOWN, missing);
      $("paste-unknown").hidden = missing.length === 0;
      showList($("paste-unknown").querySelector("ul"), missing);
      count();
    };
    $("paste-read").addEventListener("click", () => read($("paste").value));
    $("paste-file").addEventListener("change", async ({ target }) => {
      const [file] = target.files;
      if (file) read(await file.text());
    });
  }

  /* The list. */
  const list = $("list");
  if (list) {
    const ids = list.dataset.ids.split(",");
    const same = (some) => some.length === ids.length && ids.every((id) => some.includes(id));
    if (location.hash === "#add") {
      const all = [...new Set([...stored().ids, ...ids])].sort();
      keep({ ids: all });
      const url = new URL(location);
      url.hash = "";
      if (same(all)) history.replaceState(null, "", url);
      else {
        url.searchParams.set("ids", all.join(","));
        location.replace(url);
        return;
      }
    }
    const boxes = [...document.querySelectorAll("[data-task]")];
    const progress = $("progress");
    const isKept = () => same(stored().ids);
    const show = () => {
      $("keep").hidden = isKept();
      const done = boxes.filter((box) => box.checked).length;
      const parts = [
        ...(boxes.length > 0 ? [progress.dataset.text] : []),
        ...(isKept() ? [progress.dataset.kept] : []),
      ];
      say(progress, parts.join(". "), { done, all: boxes.length });
    };
    const { done } = stored();
    for (const box of boxes) {
      box.checked = done.includes(box.dataset.task);
      box.addEventListener("change", () => {
        const others = stored().done.filter((task) => task !== box.dataset.task);
        keep({
          done: box.checked ? [...others, box.dataset.task] : others,
          ...(stored().ids.length === 0 && { ids }),
        });
        show();
      });
    }
    $("keep").addEventListener("click", () => {
      keep({ ids });
      show();
    });
    document.addEventListener("checklist-removed", show);
    show();

    const missing = unknown();
    if (isKept() && missing.length > 0) {
      const part = $("unknown");
      const texts = [...part.querySelectorAll("li")].map((item) => item.textContent);
      showList(part.querySelector("ul"), [...new Set([...texts, ...missing])]);
      part.hidden = false;
    }
  }
})();
