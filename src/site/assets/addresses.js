/*
 * The host names and Android packages in text that a person pastes: one address in each line, or the CSV or JSON
 * export of a password manager. Nothing else of the text is returned, and nothing is sent anywhere.
 */
globalThis.addressesIn = (() => {
  /** Names of fields and columns that contain addresses. */
  const ADDRESS_FIELD =
    /(^|[\s_.-])(login|web|additional)?[\s_.-]?(ur[il]|web ?site|site|host ?name|host|domain)s?$/i;
  const ANDROID = /^(?:androidapp|android-app):\/\/([\w.]+)|^android:\/\/(?:[^@/]*@)?([\w.]+)/i;
  const DOMAIN = /^(?:[\p{L}\p{N}-]+\.)+[\p{L}][\p{L}\p{N}-]+\.?(?::\d+)?(?:[/?#].*)?$/u;

  /** The host or package of an address; undefined where it is none. */
  const addressOf = (text) => {
    const [, app, other] = ANDROID.exec(text) ?? [];
    if (app || other) return app ?? other;
    const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
    if (hasScheme ? !/^(https?|wss?|ftp):/i.test(text) : !DOMAIN.test(text)) return undefined;
    try {
      const { hostname } = new URL(hasScheme ? text.replace(/^\w+/, "https") : `https://${text}`);
      const host = hostname.replace(/^www\./, "").replace(/\.$/, "");
      return /\.[a-z][a-z\d-]*$/.test(host) ? host : undefined;
    } catch {
      return undefined;
    }
  };

  /** Every address in a field: some contain several. */
  const inField = (text) =>
    String(text)
      .trim()
      .split(/[\s,;|]+/);

  /** The texts of a JSON export that are in fields for addresses; of a list of texts, all. */
  const inJson = (value, isAddress) => {
    if (typeof value === "string") return isAddress ? inField(value) : [];
    if (Array.isArray(value)) return value.flatMap((item) => inJson(item, isAddress));
    if (value === null || typeof value !== "object") return [];
    return Object.entries(value).flatMap(([name, inner]) => inJson(inner, ADDRESS_FIELD.test(name)));
  };

  /** The rows of a CSV file (RFC 4180), with any of the usual delimiters. */
  const rowsOf = (text, delimiter) => {
    const rows = [[""]];
    let quoted = false;
    for (let i = 0; i < text.length; i++) {
      const [c, row] = [text[i], rows.at(-1)];
      if (quoted) {
        if (c !== '"') row[row.length - 1] += c;
        else if (text[i + 1] === '"') row[row.length - 1] += text[i++];
        else quoted = false;
      } else if (c === '"') quoted = true;
      else if (c === delimiter) row.push("");
      else if (c === "\n") rows.push([""]);
      else if (c !== "\r") row[row.length - 1] += c;
    }
    return rows;
  };

  /** The addresses of a table whose first row names a column for them; undefined where it is no such table. */
  const inTable = (text) => {
    const [first = ""] = text.split(/\r?\n/, 1);
    const delimiter = [",", ";", "\t"].find((d) => first.includes(d));
    if (delimiter === undefined) return undefined;
    const [names, ...rows] = rowsOf(text, delimiter);
    const columns = names.flatMap((name, i) => (ADDRESS_FIELD.test(name.trim()) ? [i] : []));
    return columns.length === 0
      ? undefined
      : rows.flatMap((row) => columns.flatMap((i) => inField(row[i] ?? "")));
  };

  /** The addresses of lines. In a line with other text only what is surely an address counts: it may be a password. */
  const inLines = (text) =>
    text.split(/\r?\n/).flatMap((line) => {
      const parts = inField(line.replaceAll('"', " "));
      return parts.length === 1 ? parts : parts.filter((part) => part.includes("://"));
    });

  const textsIn = (text) => {
    if (/^[[{]/.test(text)) {
      try {
        return inJson(JSON.parse(text), true);
      } catch {}
    }
    return inTable(text) ?? inLines(text);
  };

  return (text) => [
    ...new Set(textsIn(text.replace(/^\ufeff/, "").trim()).flatMap((part) => addressOf(part) ?? [])),
  ];
})();
