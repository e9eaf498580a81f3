import { agencyFilter } from "./agency.ts";
import { brandFilter } from "./brand.ts";
import { certificateFilter } from "./certificate.ts";
import { educationFilter } from "./education.ts";
import type { PostFilter } from "./filter.ts";
import { housingFilter } from "./housing.ts";
import { monthlyFilter } from "./monthly.ts";
import { placeFilter } from "./place.ts";
import { regionFilter } from "./region.ts";
import { streamFilter } from "./stream.ts";
import { verifiedFilter } from "./verified.ts";
import { wageFilter } from "./wage.ts";

export const POST_FILTERS: readonly PostFilter[] = [
  streamFilter, regionFilter, placeFilter, wageFilter, certificateFilter, brandFilter, housingFilter, monthlyFilter, educationFilter, verifiedFilter, agencyFilter,
];
