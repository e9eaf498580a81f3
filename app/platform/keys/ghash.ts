/** What four bits that fall off the end come back as, in the top half word (NIST SP 800-38D, shifted by nibbles). */
const FALLEN = [0x0000, 0x1c20, 0x3840, 0x2460, 0x7080, 0x6ca0, 0x48c0, 0x54e0, 0xe100, 0xfd20, 0xd940, 0xc560, 0x9180, 0x8da0, 0xa9c0, 0xb5e0].map((bits) => (bits << 16) >>> 0);
const BLOCK = 16;

/** The products of a hash key with every nibble, four words each: made once for a key. */
export function ghashTable(hashKey: Uint8Array): Uint32Array {
  const view = new DataView(hashKey.buffer, hashKey.byteOffset, BLOCK);
  let [a, b, c, d] = [view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12)] as [number, number, number, number];
  const table = new Uint32Array(64);
  for (let bit = 8; bit > 0; bit >>= 1) {
    table.set([a, b, c, d], bit * 4);
    const carry = d & 1;
    d = (d >>> 1) | (c << 31);
    c = (c >>> 1) | (b << 31);
    b = (b >>> 1) | (a << 31);
    a = (a >>> 1) ^ (carry === 1 ? 0xe1000000 : 0);
  }
  for (let bit = 2; bit <= 8; bit <<= 1) {
    for (let low = 1; low < bit; low += 1) for (let word = 0; word < 4; word += 1) table[(bit + low) * 4 + word] = table[bit * 4 + word]! ^ table[low * 4 + word]!;
  }
  return table;
}

/** GHASH of what is authenticated and what is encrypted, as GCM puts them together; 16 bytes. */
export function ghash(table: Uint32Array, authenticated: Uint8Array, encrypted: Uint8Array): Uint8Array {
  const state = new Uint8Array(BLOCK);
  absorb(table, state, authenticated);
  absorb(table, state, encrypted);
  const lengths = new DataView(new ArrayBuffer(BLOCK));
  lengths.setBigUint64(0, BigInt(authenticated.length) * 8n);
  lengths.setBigUint64(8, BigInt(encrypted.length) * 8n);
  absorb(table, state, new Uint8Array(lengths.buffer));
  return state;
}

function absorb(table: Uint32Array, state: Uint8Array, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const end = Math.min(BLOCK, bytes.length - at);
    for (let i = 0; i < end; i += 1) state[i]! ^= bytes[at + i]!;
    multiply(table, state);
  }
}

/** The state times the hash key, a nibble at a time from the last. */
function multiply(table: Uint32Array, state: Uint8Array): void {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = BLOCK - 1; i >= 0; i -= 1) {
    const byte = state[i]!;
    for (let half = 0; half < 2; half += 1) {
      const at = (half === 0 ? byte & 15 : byte >>> 4) << 2;
      const fallen = FALLEN[d & 15]!;
      d = ((d >>> 4) | (c << 28)) ^ table[at + 3]!;
      c = ((c >>> 4) | (b << 28)) ^ table[at + 2]!;
      b = ((b >>> 4) | (a << 28)) ^ table[at + 1]!;
      a = (a >>> 4) ^ fallen ^ table[at]!;
    }
  }
  for (let i = 0; i < 4; i += 1) {
    const shift = 24 - i * 8;
    state[i] = a >>> shift;
    state[i + 4] = b >>> shift;
    state[i + 8] = c >>> shift;
    state[i + 12] = d >>> shift;
  }
}
