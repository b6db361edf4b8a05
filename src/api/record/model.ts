import * as m from "../../model/index.ts";

/** The fields of a record that are not published: the file's own format. */
const FILE = { $schema: true } as const;

/** A platform's record as it is published. */
export const platformModel = m.platformSchema.omit(FILE);

/** An operator's record as it is published. */
export const operatorModel = m.operatorSchema.omit(FILE);
