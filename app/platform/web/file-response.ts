const TYPES = { csv: "text/csv; charset=utf-8", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", pdf: "application/pdf" } as const;

/** A file to be saved under a name in the reader's language. */
export function fileResponse(body: Buffer | ReadableStream<Uint8Array>, kind: keyof typeof TYPES, name: string): Response {
  return new Response(Buffer.isBuffer(body) ? new Uint8Array(body) : body, {
    headers: { "Content-Type": TYPES[kind], "Content-Disposition": `attachment; filename="report.${kind}"; filename*=UTF-8''${encodeURIComponent(`${name}.${kind}`)}`, "Cache-Control": "no-store" },
  });
}
