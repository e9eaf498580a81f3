import type { FieldCrypto } from "#app/platform/crypto.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";

const FORM = "JGTC";
const SIGNATURE = 22;

/** What a boarding card's code says: the seat's id and a keyed signature of it, 128 bits; nothing of the person. */
export function cardText({ blindIndex }: Pick<FieldCrypto, "blindIndex">, seatId: string): string {
  return `${FORM}.${seatId}.${blindIndex("dispatch.card", seatId).slice(0, SIGNATURE)}`;
}

/** The seat of a card that we signed; null for every other text. */
export function readCard(crypto: Pick<FieldCrypto, "blindIndex">, text: string): string | null {
  const [, seatId] = text.split(".");
  return seatId !== undefined && ID_PATTERN.test(seatId) && text === cardText(crypto, seatId) ? seatId : null;
}
