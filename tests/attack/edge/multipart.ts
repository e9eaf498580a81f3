import type { Answer } from "./raw.ts";

/** A form with a file, broken or swollen in one way. `where`: a page that takes a file, or one that takes none. */
export interface Multipart {
  what: string;
  type: string;
  body: string | Buffer;
}

const CRLF = "\r\n";
const TYPE = "multipart/form-data; boundary=edge";
const part = (disposition: string, content: string, more = "") => `--edge${CRLF}Content-Disposition: ${disposition}${CRLF}${more}${CRLF}${content}${CRLF}`;
const field = (name: string, content = "x") => part(`form-data; name="${name}"`, content);
const file = (fileName: string, content = "x") => part(`form-data; name="file"; filename="${fileName}"`, content, `Content-Type: text/csv${CRLF}`);
const whole = (...parts: string[]) => `${parts.join("")}--edge--${CRLF}`;

export const MULTIPARTS: readonly Multipart[] = [
  { what: "another boundary than it says", type: "multipart/form-data; boundary=other", body: whole(file("a.csv")) },
  { what: "no boundary", type: "multipart/form-data", body: whole(file("a.csv")) },
  { what: "an empty boundary", type: "multipart/form-data; boundary=", body: whole(file("a.csv")) },
  { what: "a boundary of 5,000 letters", type: `multipart/form-data; boundary=${"b".repeat(5_000)}`, body: whole(file("a.csv")) },
  { what: "a boundary of letters that mean something elsewhere", type: "multipart/form-data; boundary=\"(.*)+[\\\"", body: whole(file("a.csv")) },
  { what: "nothing at all", type: TYPE, body: "" },
  { what: "an end alone", type: TYPE, body: `--edge--${CRLF}` },
  { what: "no end", type: TYPE, body: file("a.csv").slice(0, -2) },
  { what: "a head that breaks off", type: TYPE, body: `--edge${CRLF}Content-Disposition: form-data; na` },
  { what: "10,000 parts", type: TYPE, body: whole(...Array.from({ length: 10_000 }, (_, at) => field(`a${at}`))) },
  { what: "2,000 files", type: TYPE, body: whole(...Array.from({ length: 2_000 }, (_, at) => file(`a${at}.csv`))) },
  { what: "8,000 parts of one name", type: TYPE, body: whole(...Array.from({ length: 8_000 }, () => field("file"))) },
  { what: "a part without a name", type: TYPE, body: whole(part("form-data", "x"), part("form-data; filename=\"a.csv\"", "x"), part("attachment", "x"), `--edge${CRLF}${CRLF}x${CRLF}`) },
  { what: "names of what every object has", type: TYPE, body: whole(...["__proto__", "__proto__", "constructor", "toString", "hasOwnProperty", "__proto__[role]", "constructor[prototype][role]", "length"].map((name) => field(name, "ADMIN"))) },
  { what: "nested names", type: TYPE, body: whole(field(`a${"[b]".repeat(2_000)}`), field("a[0][1]"), field("a.b.c"), field("intent[]")) },
  { what: "a name of 60,000 letters", type: TYPE, body: whole(field("n".repeat(60_000)), file("a.csv")) },
  { what: "a part with 4,000 headers", type: TYPE, body: whole(part("form-data; name=\"a\"", "x", `X-A: b${CRLF}`.repeat(4_000))) },
  { what: "a part whose head is 500 KB long", type: TYPE, body: whole(part("form-data; name=\"a\"", "x", `X-A: ${"b".repeat(500_000)}${CRLF}`)) },
  ...["../../../../etc/passwd", "..\\..\\windows\\win.ini", "/etc/passwd", "a.csv\\0.png", "CON", `${"长".repeat(5_000)}.csv`, "<script>alert(1)</script>.csv", "a.csv'; DROP TABLE post;--", "\u202egpj.exe"].map((name) => ({ what: `a file called ${name.slice(0, 40)}`, type: TYPE, body: whole(file(name)) })),
  { what: "900 KB of something like its boundary", type: TYPE, body: whole(file("a.csv", `${CRLF}--edg`.repeat(128_000))) },
  { what: "a file for a field and a field for a file", type: TYPE, body: whole(field("file"), part("form-data; name=\"intent\"; filename=\"x\"", "x"), part("form-data; name=\"username\"; filename=\"x\"", "x")) },
  { what: "parts inside a part", type: TYPE, body: whole(part("form-data; name=\"file\"", `--in${CRLF}Content-Disposition: file; filename="a.csv"${CRLF}${CRLF}x${CRLF}--in--`, `Content-Type: multipart/mixed; boundary=in${CRLF}`)) },
  { what: "letters of no alphabet", type: `${TYPE}; charset=x-none`, body: Buffer.concat([Buffer.from(`--edge${CRLF}Content-Disposition: form-data; name="`), Buffer.from([0xff, 0xfe, 0xc3, 0x28]), Buffer.from(`"${CRLF}${CRLF}x${CRLF}--edge--${CRLF}`)]) },
  { what: "200,000 fields", type: "application/x-www-form-urlencoded", body: Array.from({ length: 200_000 }, (_, at) => at.toString(36)).join("&") },
  { what: "names that hide others", type: "application/x-www-form-urlencoded", body: "__proto__=a&__proto__=b&constructor=c&%00=d&=e&=&&&%=%&%FF=%FE&username=%C0%AE&password[]=x&password[$ne]=1" },
  { what: "parts of base64", type: TYPE, body: whole(part("form-data; name=\"file\"; filename=\"a.csv\"", "=====", `Content-Transfer-Encoding: base64${CRLF}`)) },
];

/** Takes a form to a page, as whoever is signed in. */
export async function sendMultipart(url: string, path: string, { type, body }: Multipart, headers: Record<string, string> = {}): Promise<Answer> {
  const startedAt = performance.now();
  const done = (answer: Pick<Answer, "status" | "headers" | "text">) => ({ ...answer, open: false, ms: Math.round(performance.now() - startedAt) });
  try {
    const reply = await fetch(url + path, { method: "POST", redirect: "manual", headers: { origin: url, "content-type": type, ...headers }, body: body as BodyInit, signal: AbortSignal.timeout(20_000) });
    return done({ status: reply.status, headers: Object.fromEntries(reply.headers), text: await reply.text() });
  } catch (error) {
    if ((error as Error).name === "TimeoutError") return done({ status: 599, headers: {}, text: "no answer within 20 s" });
    return done({ status: null, headers: {}, text: "" });
  }
}
