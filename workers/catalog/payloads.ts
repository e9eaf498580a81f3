import { z } from "zod";

/** How many deliveries go into one job. */
export const BATCH = 500;

/** Ids only: a handler reads the rows again, and a queue holds nothing about anybody. */
export const deliveriesSchema = z.object({
  deliveries: z.array(z.object({ eventId: z.ulid(), subjectId: z.string().min(1).max(40) })).min(1).max(BATCH),
});

export type Delivery = z.output<typeof deliveriesSchema>["deliveries"][number];
