import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Endpoint {
  url: string;
  /** what the product was talked into asking for */
  hits(): readonly string[];
  close(): void;
}

/** What a product under attack might be made to call; wapiti's own stands on the internet. Scanners ask it for results, anybody else is a find. */
export async function openEndpoint(): Promise<Endpoint> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    if (!/^\/get_(?:ssrf|xxe)\.php/.test(request.url ?? "")) hits.push(`${request.method} ${request.url}`);
    response.setHeader("content-type", "application/json");
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hits: () => hits, close: () => void server.close() };
}
