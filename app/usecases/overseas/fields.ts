import { z } from "zod";
import { plainLine } from "#app/domain/plain-text.ts";

export const OFFICE = ["OFFICER", "ADMIN"] as const;
export const versionField = { version: z.coerce.number("invalid").int("invalid").min(0, "invalid").max(1_000_000, "invalid") };
export const licenceReason = plainLine(4, "overseas-reason", 300);
