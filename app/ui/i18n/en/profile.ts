import type { Catalogue } from "../catalogue.ts";

export const profile: Catalogue["profile"] = {
};
