import { chromium, type Browser } from "playwright-core";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the end-to-end tests with npm test -- --only e2e`);
  return value;
}

/** Where the product under test answers, without a slash at the end. */
export const baseUrl = (): string => required("PRODUCT_URL");

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: required("CHROMIUM_BIN"), args: ARGS });
}
