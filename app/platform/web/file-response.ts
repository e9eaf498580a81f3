const TYPES = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", pdf: "application/pdf" } as const;

/** A file to be saved under a name in the reader's language. */
export function fileResponse(body: Buffer, kind: keyof typeof TYPES, name: string): Response {
  return new Response(new Uint8Array(body), {
    headers: { "Content-Type": TYPES[kind], "Content-Disposition": `attachment; filename="report.${kind}"; filename*=UTF-8''${encodeURIComponent(`${name}.${kind}`)}`, "Cache-Control": "no-store" },
  });
}
