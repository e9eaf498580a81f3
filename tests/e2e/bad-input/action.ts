import type { Known } from "./known.ts";

/** One form or endpoint that takes something in. A new route with an action needs a line here. */
export interface Action {
  /** the file in app/routes, without its extension */
  route: string;
  /** the demo account that may send it, or `welder` for one made for these tests; nobody signs in where it is left out */
  as?: string;
  /** where it is sent to */
  path(known: Known): string;
  /** what the form sends; `[]` for a mere button */
  fields: readonly string[];
  /** the same with a stranger's record in its place, and with one that is not there: the two must be answered alike */
  forged?: readonly { stranger(known: Known): Sent; missing: Sent }[];
  /** free words of any kind are lawful in all of its fields, so that a hostile text is kept as text */
  takesAnyText?: true;
  /** sent empty it means something and is done */
  takesNothing?: true;
  /** somebody else's record that everybody may look at and not everybody change */
  refused?(known: Known): Sent;
  /** sends nothing that could be wrong, or changes nothing that could be kept */
  harmless?: true;
  /** what is sent twice by a double press or a step back: the second time nothing more is kept */
  replay?(known: Known): Record<string, string>;
  /** what must be found in the database afterwards, where it is other than the texts with rare characters in it */
  keeps?: readonly string[];
  /** sent from a browser that has proved a telephone: a new one's, or one that two people share */
  proved?: "REGISTER" | "SIGN_IN";
  /** answers a script with JSON, not a person with a page */
  data?: true;
  /** otherwise lawful, with one thing in it that cannot be */
  wrong?(known: Known): readonly Partial<Record<string, string>>[];
  /** a file field among `fields` */
  file?: string;
}

export interface Sent {
  path: string;
  form: Record<string, string>;
}

export const MISSING = "01K00000000000000000000000";
