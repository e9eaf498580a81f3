import type { Shape } from "../catalogue.ts";
import type { jobsDeskErrors as zh } from "../zh/jobs-desk-errors.ts";

export const jobsDeskErrors: Shape<typeof zh> = { "nothing-set-aside": "Nothing is set aside here any more: somebody may have pressed Try again already" };
