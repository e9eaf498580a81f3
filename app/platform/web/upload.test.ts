import { describe, expect, it } from "vitest";
import { passUpload } from "./pass-upload.server.ts";
import { readUpload } from "./upload.server.ts";

const post = (body: BodyInit, headers: Record<string, string> = {}) => new Request("http://x/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
const formWith = (file: Uint8Array, more: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(more)) form.append(name, value);
  form.append("photo", new Blob([Uint8Array.from(file)]), "../../etc/passwd.jpg");
  return form;
};

describe("a form with a file", () => {
  it("gives the file's bytes and the texts beside it, whatever the file is called", async () => {
    const upload = await readUpload(post(formWith(Buffer.from([1, 2, 3]), { intent: "photo" })), "photo", 10);
    expect(upload).toMatchObject({ ok: true, values: { intent: "photo" } });
    expect(upload.ok && [...upload.bytes!]).toEqual([1, 2, 3]);
  });

  it("without a file, or with an empty one, has no bytes", async () => {
    expect(await readUpload(post(formWith(new Uint8Array())), "photo", 10)).toMatchObject({ ok: true, bytes: null });
    expect(await readUpload(post(new URLSearchParams({ intent: "remove" })), "photo", 10)).toEqual({ ok: true, bytes: null, values: { intent: "remove" } });
  });

  it("is refused with the first byte too many, in the file or in a text", async () => {
    expect(await readUpload(post(formWith(new Uint8Array(11))), "photo", 10)).toEqual({ ok: false });
    expect(await readUpload(post(formWith(new Uint8Array(1), { intent: "长".repeat(2_000) })), "photo", 10)).toEqual({ ok: false });
  });

  it("stops reading there: what comes behind is never asked for", async () => {
    let sent = 0;
    const head = '--b\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n';
    const endless = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from(head)),
      pull: (controller) => {
        sent += 65_536;
        if (sent > 500 * 1_048_576) controller.close();
        else controller.enqueue(new Uint8Array(65_536));
      },
    });
    expect(await readUpload(post(endless, { "content-type": "multipart/form-data; boundary=b" }), "photo", 1_048_576)).toEqual({ ok: false });
    expect(sent).toBeLessThan(4 * 1_048_576);
  });

  it("that is broken gives nothing, or is refused", async () => {
    expect(await readUpload(post("no form at all", { "content-type": "multipart/form-data; boundary=b" }), "photo", 10)).toEqual({ ok: true, bytes: null, values: {} });
    expect(await readUpload(post("x", { "content-type": "multipart/form-data" }), "photo", 10)).toEqual({ ok: false });
  });

  it("passed on as it comes keeps each character of the texts before it, wherever the pieces are cut", async () => {
    const whole = Buffer.from('--b\r\nContent-Disposition: form-data; name="keep"\r\n\r\n𠮷㛃家的名单\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nx\r\n--b--\r\n');
    for (let cut = 60; cut < 80; cut += 1) {
      const pieces = [whole.subarray(0, cut), whole.subarray(cut)];
      const body = new ReadableStream<Uint8Array>({ pull: (controller) => void (pieces.length > 0 ? controller.enqueue(pieces.shift()!) : controller.close()) });
      const { values } = await passUpload(post(body, { "content-type": "multipart/form-data; boundary=b" }), "file", async (file) => { for await (const piece of file) void piece; });
      expect(values).toEqual({ keep: "𠮷㛃家的名单" });
    }
  });
});
