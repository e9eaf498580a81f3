/** The seed that everything is made from: the same unless FUZZ_SEED names another. */
export const fuzzSeed = (): number => Number(process.env.FUZZ_SEED ?? 7) | 0;
