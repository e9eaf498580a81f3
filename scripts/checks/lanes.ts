/** So many end-to-end files run beside each other, each lane against a product of its own. */
export const E2E_LANES = 2;
