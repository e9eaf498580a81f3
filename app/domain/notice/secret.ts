/** Where the secret of a message stands in its text; the text is stored without it. */
export const SECRET_MARK = "{{secret}}";

/** A message as it is sent; asterisks stand for a secret that is forgotten. */
export function fillSecret(text: string, secret: string | null): string {
  return text.replace(SECRET_MARK, secret ?? "******");
}
