import type { Catalogue } from "../catalogue.ts";

export const offers: Catalogue["offers"] = {
};
