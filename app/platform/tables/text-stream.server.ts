import { TableError, type TableLimits } from "./table.ts";

const ENOUGH_TO_TELL = 64 * 1024;

export interface DecodedText {
  encoding: string;
  chunks: AsyncIterable<string>;
}

/**
 * Decodes a byte stream whose encoding nobody states: by its byte order mark, else UTF-8 if the first 64 KB that hold
 * more than ASCII are valid UTF-8, else GB18030, which holds GBK and GB2312, as Chinese Excel writes them.
 */
export async function decodeText(bytes: AsyncIterable<Buffer>, limits: TableLimits): Promise<DecodedText> {
  const iterator = bytes[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let total = 0;
  let telling = 0;
  let failure: unknown = null;
  while (telling < ENOUGH_TO_TELL) {
    let next: IteratorResult<Buffer>;
    try {
      next = await iterator.next();
    } catch (error) {
      failure = error;
      break;
    }
    if (next.done) break;
    held.push(next.value);
    if (telling > 0 || next.value.some((byte) => byte > 127)) telling += next.value.length;
    total += next.value.length;
    if (total > 8 * ENOUGH_TO_TELL && telling === 0) break;
  }
  const start = Buffer.concat(held);
  const encoding = encodingOf(start);
  async function* chunks(): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding);
    yield decoder.decode(start, { stream: true });
    if (failure) throw failure;
    for (let read = total; ; ) {
      const next = await iterator.next();
      if (next.done) break;
      read += next.value.length;
      if (read > limits.maxBytes) throw new TableError("too-large");
      yield decoder.decode(next.value, { stream: true });
    }
    yield decoder.decode();
  }
  return { encoding, chunks: chunks() };
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  if (start.includes(0)) throw new TableError("not-a-table");
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(start, { stream: true });
    return "utf-8";
  } catch {
    return mostlyUtf8(start) ? "utf-8" : "gb18030";
  }
}

/** A UTF-8 file with a few lost bytes stays UTF-8: its multi-byte characters far outnumber its faults. */
function mostlyUtf8(start: Buffer): boolean {
  const text = new TextDecoder("utf-8").decode(start, { stream: true });
  let faults = 0;
  let good = 0;
  for (const character of text) {
    if (character === "\ufffd") faults += 1;
    else if (character > "\u007f") good += 1;
  }
  return good > 20 * faults;
}
