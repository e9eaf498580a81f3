/** --read-only and super_read_only of MySQL and MariaDB; a transaction or an engine that only reads. */
const REFUSED_TO_WRITE = new Set([1290, 1792, 1836]);
const DEEPEST = 6;

/** Whether a write was refused because the database only reads at the moment, however many layers hold the driver's error. */
export function isReadOnly(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > DEEPEST) return false;
  const { errno, code, originalCode, message, originalMessage, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  const number = [errno, code, originalCode].map(Number).find((one) => REFUSED_TO_WRITE.has(one));
  // 1290 is said of other options too
  if (number !== undefined && (number !== 1290 || /read[-_ ]only/i.test(`${String(message)} ${String(originalMessage)}`))) return true;
  return [cause, meta, driverAdapterError].some((inner) => isReadOnly(inner, depth + 1));
}
