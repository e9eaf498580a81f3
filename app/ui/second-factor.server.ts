import { base32, enrolmentAddress } from "#app/platform/totp.server.ts";
import { drawQr } from "./qr.server.ts";
import { inFours, type SetUp } from "./views/second-factor.tsx";

const ISSUER = "晋岗通";

/** What a page shows of a secret that is being set up. */
export function setUpOf(account: string, secret: Uint8Array): SetUp {
  return { qr: drawQr(enrolmentAddress(ISSUER, account, secret)), byHand: inFours(base32(secret)) };
}
