/** A name as strangers may see it: the first character stays. 张建国 → 张** */
export function maskName(name: string): string {
  const [first = "", ...rest] = Array.from(name.trim());
  return first + "*".repeat(Math.max(1, Math.min(rest.length, 3)));
}

/** A resident ID as strangers may see it: the region code and the last two. 140105**********2X */
export function maskIdNumber(id: string): string {
  return id.length < 10 ? "*".repeat(id.length) : `${id.slice(0, 6)}${"*".repeat(id.length - 8)}${id.slice(-2)}`;
}

/** A phone number as strangers may see it: 138****5678. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? "*".repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** A bank account as strangers may see it: the last four figures. ****0018 */
export function maskAccount(account: string): string {
  return `****${account.length < 8 ? "" : account.slice(-4)}`;
}
