import type { FieldCrypto } from "#app/platform/crypto.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";

const FORM = "JGTC";
const SIGNATURE = 22;

/** What a boarding card's code says: the seat's id and a keyed signature of it, 128 bits; nothing of the person. */
export function cardText({ blindIndex }: Pick<FieldCrypto, "blindIndex">, seatId: string): string {
  return textOf(seatId, blindIndex("dispatch.card", seatId));
}

/** The generation that later indexes begin with is left out: the card's parts are set off by dots. */
function textOf(seatId: string, signature: string): string {
  return `${FORM}.${seatId}.${signature.slice(signature.indexOf(".") + 1).slice(0, SIGNATURE)}`;
}

/** The seat of a card that we signed; null for every other text. */
export function readCard(crypto: Pick<FieldCrypto, "blindIndexesEver">, text: string): string | null {
  const [, seatId] = text.split(".");
  if (seatId === undefined || !ID_PATTERN.test(seatId)) return null;
  // a card that was printed before the index key changed is still good
  return crypto.blindIndexesEver("dispatch.card", seatId).some((signature) => text === textOf(seatId, signature)) ? seatId : null;
}
