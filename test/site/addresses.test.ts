import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/* What the checklist takes from a list of domains or a password manager's export: addresses, and nothing else. */
const scope: { addressesIn?: (text: string) => string[] } = {};
runInNewContext(
  readFileSync("src/site/assets/addresses.js", "utf8"),
  Object.assign(scope, { URL, globalThis: scope }),
);
const addressesIn = (text: string): string[] => [...(scope.addressesIn?.(text) ?? [])].sort();

describe("a list of domains", () => {
  test.each([
    ["linkedin.com\nwww.reddit.com\n", ["linkedin.com", "reddit.com"]],
    ["https://www.linkedin.com/feed/?a=b#c\r\nHTTP://X.com", ["linkedin.com", "x.com"]],
    ["  bücher.example  \nlinkedin.com.\nlinkedin.com", ["linkedin.com", "xn--bcher-kva.example"]],
    [
      "androidapp://com.linkedin.android\nandroid://hash@com.reddit.frontpage/",
      ["com.linkedin.android", "com.reddit.frontpage"],
    ],
    ["localhost\n192.168.0.1\nhttp://router/\nnot a domain\nme@example.org\nmailto:me@example.org", []],
    ["https://user:secret@accounts.example.org:8443/", ["accounts.example.org"]],
    ["", []],
  ])("%j", (text, expected) => expect(addressesIn(text)).toEqual(expected));
});

describe("exports of password managers", () => {
  const EXPORTS: Record<string, string> = {
    Chrome:
      "name,url,username,password,note\nLinkedIn,https://www.linkedin.com/uas/login,me@gmail.com,secret.word,\n",
    Firefox:
      '"url","username","password","httpRealm","formActionOrigin","guid"\n"https://www.linkedin.com","me@gmail.com","pass,""word.com","","https://www.linkedin.com","{1}"\n',
    Bitwarden:
      'folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n,,login,Work,see notes.example,,0,"https://linkedin.com,androidapp://com.linkedin.android",me@gmail.com,secret.word,\n',
    "1Password":
      "Title,Url,Username,Password,OTPAuth\nLinkedIn,https://linkedin.com,me@gmail.com,secret.word,\n",
    KeePassXC:
      '"Group","Title","Username","Password","URL","Notes"\n"Root","LinkedIn","me@gmail.com","secret.word","https://linkedin.com","two\nlines.example"\n',
    Safari:
      "Title,URL,Username,Password,Notes,OTPAuth\nlinkedin.com (me),https://www.linkedin.com/,me@gmail.com,secret.word,,\n",
    "with semicolons": "Name;Website;Login\nLinkedIn;www.linkedin.com;me@gmail.com\n",
    "without a header": "LinkedIn,https://linkedin.com,me@gmail.com,secret.word\n",
  };
  test.each(Object.entries(EXPORTS))("%s: only the addresses", (name, text) => {
    const expected = name === "Bitwarden" ? ["com.linkedin.android", "linkedin.com"] : ["linkedin.com"];
    expect(addressesIn(text)).toEqual(expected);
    expect(addressesIn(`\ufeff${text.replaceAll("\n", "\r\n")}`)).toEqual(expected);
  });

  test("JSON: only fields for addresses", () => {
    const text = JSON.stringify({
      encrypted: false,
      items: [
        {
          name: "secret.example",
          notes: "https://notes.example",
          login: {
            uris: [
              { match: null, uri: "https://www.linkedin.com/" },
              { uri: "androidapp://com.reddit.frontpage" },
            ],
            username: "me@gmail.com",
            password: "secret.word",
          },
        },
      ],
    });
    expect(addressesIn(text)).toEqual(["com.reddit.frontpage", "linkedin.com"]);
    expect(addressesIn('["linkedin.com", "x.com"]')).toEqual(["linkedin.com", "x.com"]);
  });

  test("what is in other columns is never returned", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.domain(), fc.string(), fc.domain(), fc.string()), {
          minLength: 1,
          maxLength: 5,
        }),
        (rows) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const lines = rows.map(([host, user, password, note]) =>
            [`https://${host}/login`, user, password, note].map(quote).join(","),
          );
          const hosts = new Set(
            rows.map(([host]) => new URL(`https://${host}`).hostname.replace(/^www\./, "")),
          );
          for (const found of addressesIn(`url,username,password,notes\n${lines.join("\n")}`))
            expect(hosts).toContain(found);
        },
      ),
    ));

  test("any text gives host names only", () =>
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.json()), (text) => {
        for (const found of addressesIn(text)) expect(found).toMatch(/^[a-z\d_.-]+$/i);
      }),
    ));
});
