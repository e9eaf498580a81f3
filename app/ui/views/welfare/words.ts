/** The stored reason of a transfer without an account. */
export const NO_ACCOUNT_KEY = "no-account";
