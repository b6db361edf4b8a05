import type { Path } from "./problems.ts";

/** A text inside a value. */
export interface TextIn {
  text: string;
  path: Path;
}

/** The texts inside a value that are wanted, with their paths. Only for those the path is made: most are not. */
export function textsIn(value: unknown, isWanted: (text: string) => boolean): TextIn[] {
  const found: TextIn[] = [];
  const path: (string | number)[] = [];
  const visit = (member: unknown): void => {
    if (typeof member === "string") {
      if (isWanted(member)) found.push({ text: member, path: [...path] });
    } else if (Array.isArray(member))
      for (let i = 0; i < member.length; i++) {
        path.push(i);
        visit(member[i]);
        path.pop();
      }
    else if (member !== null && typeof member === "object")
      for (const key of Object.keys(member)) {
        path.push(key);
        visit((member as Readonly<Record<string, unknown>>)[key]);
        path.pop();
      }
  };
  visit(value);
  return found;
}
