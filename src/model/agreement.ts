import * as z from "zod";

const count = z.int().min(0);

/** How far two people agree on one field of the records, over some items. */
const fieldAgreementSchema = z.strictObject({
  field: z.string().min(1).meta({ description: "The field of the answers that was compared." }),
  items: count.meta({ description: "How many answers were compared." }),
  agreed: count.meta({ description: "How many of them are the same." }),
  kappa: z
    .number()
    .max(1)
    .nullable()
    .meta({ description: "Cohen's κ, 4 decimal places; null where it is undefined." }),
});

/** How far the records of a release agree with a second reading of some of them. */
export const agreementSchema = z
  .strictObject({
    release: z
      .string()
      .regex(/^\d{4}\.\d{2}\.\d+$/)
      .meta({ description: "The release whose records were read a second time, and the seed of the draw." }),
    day: z.iso.date().meta({ description: "The day of the answers that were compared: the release's." }),
    of: count.meta({ description: "How many platforms were drawn from." }),
    platforms: z.array(z.string()).min(1).meta({ description: "The platforms drawn, by id." }),
    practices: z
      .strictObject({ matched: count, onlyFirst: count, onlySecond: count })
      .meta({ description: "Practices that both readers have, and that only one of them has." }),
    fields: z.array(fieldAgreementSchema).min(1),
  })
  .meta({
    id: "agreement",
    description:
      "How far the records of an earlier release agree with a second reading of the same sources, before anything was corrected.",
  });

export type ReadAgreement = z.infer<typeof agreementSchema>;
