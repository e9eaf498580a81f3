import { AsyncLocalStorage } from "node:async_hooks";
import type { Request, RequestHandler } from "express";

/** Of one address, and of all: so much may be on its way to us at a time, in bytes. */
const HELD = { ofOne: 16_777_216, ofAll: 134_217_728 };

/**
 * Waits until a form is here before anything makes room for it: what comes slowly costs memory, which is counted, and no turn of the few
 * that make pages. Files that may be larger than `largest` go on as they come.
 */
export function wholeBodyFirst(largest: number, held = HELD): RequestHandler {
  const ofEach = new Map<string, number>();
  let ofAll = 0;
  const hold = (address: string, bytes: number) => {
    ofAll += bytes;
    const now = (ofEach.get(address) ?? 0) + bytes;
    if (now === 0) ofEach.delete(address);
    else ofEach.set(address, now);
    return now <= held.ofOne && ofAll <= held.ofAll;
  };
  return (request, response, next) => {
    const length = Number(request.get("content-length") ?? 0);
    if (length === 0 || length > largest) return next();
    const address = request.ip ?? "unknown";
    // called by whatever brings the last piece: what follows is still of this request
    const goOn = AsyncLocalStorage.bind(() => next());
    const pieces: Buffer[] = [];
    let arrived = 0;
    const letGo = () => {
      request.off("readable", take).off("end", done).off("error", gone).off("close", gone);
      hold(address, -arrived);
    };
    const done = () => {
      letGo();
      goOn();
    };
    const gone = () => letGo();
    const take = () => {
      for (let piece = read(request); piece !== null; piece = read(request)) {
        pieces.push(piece);
        arrived += piece.length;
        if (!hold(address, piece.length)) {
          letGo();
          // read away: a browser whose sending is cut off shows no answer
          request.resume();
          return void response.status(503).set({ "Retry-After": "10", "Cache-Control": "no-store" }).type("text/plain; charset=utf-8")
            .send("正在提交的太多了，刚才的没有保存，请稍等再提交。Too much is being sent at the moment, yours was not saved: please send it again in a moment.");
        }
        if (arrived < length) continue;
        letGo();
        request.unshift(Buffer.concat(pieces));
        return goOn();
      }
    };
    request.on("readable", take).on("end", done).on("error", gone).on("close", gone);
  };
}

const read = (request: Request) => request.read() as Buffer | null;
