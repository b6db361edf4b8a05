/*
 * Keeps the chosen place, plan, age and account on this device, and applies them to pages with answers whose
 * address names none. It runs before the page is drawn, so that nothing moves.
 */
(() => {
  const KEY = "audience";
  const NAMES = ["region", "plan", "age", "account"];
  const root = document.documentElement;

  /** Storage may be switched off: then links carry the choice. */
  const stored = {
    get() {
      try {
        return localStorage.getItem(KEY) ?? "";
      } catch {
        return "";
      }
    },
    set(value) {
      try {
        if (value === "") localStorage.removeItem(KEY);
        else localStorage.setItem(KEY, value);
      } catch {}
    },
  };

  const url = new URL(location.href);
  const known = new URLSearchParams(stored.get());
  const applies = NAMES.filter((name) => known.get(name));
  if (
    root.dataset.answers !== undefined &&
    applies.length > 0 &&
    !NAMES.some((name) => url.searchParams.has(name))
  ) {
    for (const name of applies) url.searchParams.set(name, known.get(name));
    location.replace(url);
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const fields = [...form.elements].filter(({ name }) => name !== "");
    if (form.dataset.chooser !== undefined) {
      const chosen = new URLSearchParams();
      for (const { name, value } of fields) if (NAMES.includes(name) && value !== "") chosen.set(name, value);
      stored.set(String(chosen));
    }
    // Addresses without what was not chosen are shorter to share.
    for (const field of fields) if (field.value === "") field.disabled = true;
    if (fields.some((field) => !field.disabled)) return;
    // A form without fields would leave a question mark.
    event.preventDefault();
    location.assign(form.action);
  });

  // A page that the browser brings back has its fields as they were.
  addEventListener("pageshow", () => {
    for (const field of document.querySelectorAll("form :disabled")) field.disabled = false;
  });
})();
