/** The settings of the product that this worker's tests alone talk to. */
const lanes = JSON.parse(process.env.PRODUCT_LANES ?? "[]") as Record<string, string>[];
if (lanes.length > 0) Object.assign(process.env, lanes[(Number(process.env.VITEST_POOL_ID) - 1) % lanes.length]);
