/** The year that an address asks for, else the one of the day. */
export function yearIn(query: URLSearchParams, today: string): number {
  const asked = query.get("year") ?? "";
  return Number(/^20\d{2}$/.test(asked) ? asked : today.slice(0, 4));
}
