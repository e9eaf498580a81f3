/** Requests that no browser sends, byte by byte. `allowed`: answers other than a refusal that are right too. */
export interface Shape {
  what: string;
  bytes(host: string): readonly (string | Buffer)[];
  allowed?: readonly number[];
  /** sends no more and says so */
  end?: true;
}

const get = (target: string, ...headers: string[]) => (host: string) => [`GET ${target} HTTP/1.1\r\nHost: ${host}\r\n${headers.map((line) => `${line}\r\n`).join("")}\r\n`];
const post = (headers: readonly string[], body: string) => (host: string) => [`POST /login HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Type: application/x-www-form-urlencoded\r\n${headers.map((line) => `${line}\r\n`).join("")}\r\n${body}`];
const method = (name: string) => (host: string) => [`${name} /jobs HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Length: 0\r\n\r\n`];
const hosted = (...lines: string[]) => () => [`GET /jobs HTTP/1.1\r\n${lines.map((line) => `${line}\r\n`).join("")}\r\n`];

const SMUGGLED = "0\r\n\r\nGET /admin/queues HTTP/1.1\r\nHost: x\r\n\r\n";

export const SHAPES: readonly Shape[] = [
  { what: "cookies of 20 KB", bytes: get("/jobs", `Cookie: lang=${"x".repeat(20_000)}`) },
  { what: "an address of 20 KB", bytes: get(`/jobs?q=${"x".repeat(20_000)}`) },
  { what: "an address of 8 KB", bytes: get(`/jobs?q=${"%E7%84%8A".repeat(900)}`), allowed: [200] },
  { what: "3,000 headers", bytes: get("/jobs", ...Array.from({ length: 3_000 }, (_, at) => `X-${at}: 1`)) },
  { what: "1,500 headers of one letter", bytes: get("/jobs", ...Array.from({ length: 1_500 }, () => "a: b")), allowed: [200] },
  { what: "cookies that are none", bytes: get("/me", "Cookie: jgt_session=%; lang=%FF; theme=;;;=; near=\"; jgt_session=a; __proto__=x; print=large=large"), allowed: [302] },
  { what: "a session of another length", bytes: get("/me", `Cookie: jgt_session=${"A".repeat(9_000)}`), allowed: [302] },
  { what: "a body in pieces and a length (CL.TE)", bytes: post(["Content-Length: 6", "Transfer-Encoding: chunked"], SMUGGLED) },
  { what: "a body in pieces and a length (TE.CL)", bytes: post(["Transfer-Encoding: chunked", "Content-Length: 3"], `5\r\nhello\r\n${SMUGGLED}`) },
  { what: "a hidden encoding of transfer", bytes: post(["Transfer-Encoding: xchunked", "Content-Length: 6"], SMUGGLED) },
  { what: "an encoding of transfer with a blank before the colon", bytes: post(["Transfer-Encoding : chunked", "Content-Length: 6"], SMUGGLED) },
  { what: "two encodings of transfer", bytes: post(["Transfer-Encoding: identity", "Transfer-Encoding: chunked"], SMUGGLED) },
  { what: "two lengths", bytes: post(["Content-Length: 5", "Content-Length: 90"], "a=1&b") },
  { what: "a length with a sign", bytes: post(["Content-Length: +5"], "a=1&b") },
  { what: "a length beyond all numbers", bytes: post([`Content-Length: ${"9".repeat(40)}`], "a=1") },
  { what: "a body in pieces", bytes: post(["Transfer-Encoding: chunked"], "5\r\na=1&b\r\n0\r\n\r\n") },
  { what: "a piece larger than all memory", bytes: post(["Transfer-Encoding: chunked"], "FFFFFFFFFFFFFFFFF\r\na") },
  { what: "a length of a gigabyte", bytes: post(["Content-Length: 1073741824"], "a=1") },
  { what: "less than its length, and then nothing", bytes: post(["Content-Length: 90"], "username=a"), end: true },
  { what: "more than its length", bytes: post(["Content-Length: 10"], `username=aGET /admin/queues HTTP/1.1\r\nHost: x\r\n\r\n`), allowed: [200] },
  { what: "a body of another kind of packing", bytes: post(["Content-Encoding: gzip", "Content-Length: 10"], "username=a"), allowed: [200] },
  { what: "a header with a line break of its own", bytes: get("/jobs", "X-A: b\rSet-Cookie: c") },
  { what: "a folded header", bytes: get("/jobs", "X-A: b", "\tc: d"), allowed: [200] },
  { what: "a null byte in a header", bytes: get("/jobs", "X-A: b\0c") },
  { what: "a null byte in the address", bytes: get("/jobs\0") },
  { what: "an encoded null byte", bytes: get("/jobs/%00") },
  { what: "an expectation of something else", bytes: get("/jobs", "Expect: tea"), allowed: [417] },
  { what: "a protocol of another kind", bytes: get("/jobs", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Key: x", "Sec-WebSocket-Version: 13"), allowed: [200] },
  { what: "a protocol of another version", bytes: (host) => [`PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`, `GET / HTTP/9.9\r\nHost: ${host}\r\n\r\n`] },
  { what: "a greeting of TLS", bytes: () => [Buffer.from("16030102000100011c0303", "hex"), Buffer.alloc(300, 7)] },
  { what: "HTTP of 1991", bytes: () => ["GET /\r\n\r\n"], end: true },
  { what: "ranges by the hundred of a file", bytes: get("/mark.svg", `Range: bytes=${Array.from({ length: 500 }, (_, at) => `${at}-${at}`).join(",")}`), allowed: [200, 206] },
  { what: "a range beyond its end", bytes: get("/mark.svg", "Range: bytes=99999999-"), allowed: [416] },
  { what: "a language that is none", bytes: get("/jobs?lang=../../etc&theme=<script>", "Accept-Language: ../../../etc/passwd", `Accept-Encoding: ${"gzip;q=0.1,".repeat(300)}`, "Accept: */*;q=x"), allowed: [200] },
  ...["TRACE", "TRACK", "OPTIONS", "PUT", "DELETE", "PATCH", "PROPFIND", "MOVE", "SEARCH", "M-SEARCH", "PURGE", "LINK", "CONNECT", "GETX", "get", "\u0001"].map((name) => ({ what: `the method ${JSON.stringify(name)}`, bytes: method(name) })),
  ...["http://evil.example/jobs", "https://evil.example:443/", "//evil.example/jobs", "///evil.example", "/\\evil.example", "*", "evil.example:80", "jobs", "javascript:alert(1)"].map((target) => ({ what: `the address ${target}`, bytes: get(target) })),
  ...["/%", "/%E0%A4%A", "/jobs/%ff", "/%c0%ae%c0%ae/etc/passwd", "/%u0041", "/jobs?q=%"].map((target) => ({ what: `the address ${target}`, bytes: get(target), ...(target.startsWith("/jobs?") ? { allowed: [200] } : {}) })),
  ...["/assets/../server/index.js", "/assets/..%2f..%2fserver%2findex.js", "/assets/%2e%2e/%2e%2e/package.json", "/assets/....//....//etc/passwd", "/assets/..\\..\\package.json", "/enhance/..%2f..%2f..%2fpackage.json", "/..%2f..%2f..%2f..%2fetc%2fpasswd", "/../../../../etc/passwd",
    "/assets/%00.css", "/assets/", "/assets", "/.env", "/.git/config", "/package.json", "/.data/secrets.json", "/server/index.js", "/build/server/index.js", "/admin/queues/..%2f..%2f..%2fetc%2fpasswd", "/files/..%2f..%2fetc%2fpasswd"].map((target) => ({ what: `a way out of its folder: ${target}`, bytes: get(target), allowed: [302] })),
  { what: "no host", bytes: hosted("Connection: close") },
  { what: "two hosts", bytes: hosted("Host: a.example", "Host: b.example"), allowed: [200] },
  ...["evil.example/path", "a b", "x@evil.example", "<script>", "a:port", "[::1", "a,b"].map((name) => ({ what: `the host ${name}`, bytes: hosted(`Host: ${name}`) })),
];
