/** Fen as a bank file and a sheet write it: 123456 → 1234.56; never through a float. */
export function yuanText(fen: number): string {
  const sign = fen < 0 ? "-" : "";
  const figures = String(Math.abs(fen)).padStart(3, "0");
  return `${sign}${figures.slice(0, -2)}.${figures.slice(-2)}`;
}

/** An amount of yuan as typed, in fen, or null: at most two decimals, no float in between. */
export function readYuan(text: string): number | null {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.normalize("NFKC").replace(/[,\s]/g, ""));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : null;
}
