import { z } from "zod";

/** How many deliveries go into one job. */
export const BATCH = 500;

/** Ids only, of the trace as well: a handler reads the rows again, and a queue holds nothing about anybody. */
export const deliveriesSchema = z.object({
  deliveries: z.array(z.object({ eventId: z.ulid(), subjectId: z.string().min(1).max(40), traceparent: z.string().regex(/^[0-9a-f-]{55}$/).optional().catch(undefined) })).min(1).max(BATCH),
});

export type Delivery = z.output<typeof deliveriesSchema>["deliveries"][number];
