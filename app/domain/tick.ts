import { z } from "zod";

/** A tick box sends "on" or nothing. */
export const tick = z.union([z.boolean(), z.literal("on").transform(() => true), z.literal("").transform(() => false)]).default(false);
