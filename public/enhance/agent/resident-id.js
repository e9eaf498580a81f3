// Reads a resident ID while it is typed, by the rule of GB 11643-1999.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

/**
 * @param {string} text
 * @returns {{ state: "short", length: number } | { state: "wrong" } | { state: "right", id: string, birthDate: string, sex: "F" | "M" }}
 */
export function readResidentId(text) {
  const id = text.normalize("NFKC").replace(/[\s'‘’`\-\u200b\ufeff]/g, "").toUpperCase();
  if (id.length < 18 && /^\d*$/.test(id)) return { state: "short", length: id.length };
  if (!/^\d{17}[\dX]$/.test(id)) return { state: "wrong" };
  const birthDate = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  const day = new Date(`${birthDate}T00:00:00Z`);
  if (Number(id.slice(6, 10)) < 1890 || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== birthDate) return { state: "wrong" };
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  if (CHECKS[sum % 11] !== id[17]) return { state: "wrong" };
  return { state: "right", id, birthDate, sex: Number(id[16]) % 2 === 1 ? "M" : "F" };
}
