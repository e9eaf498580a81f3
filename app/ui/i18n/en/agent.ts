import type { Catalogue } from "../catalogue.ts";

export const agent: Catalogue["agent"] = {
};
