import { runFileCommand } from "./command-line.ts";
import { productionPackages, readJudged } from "./supply-chain/judged.ts";
import { licenceRows } from "./supply-chain/licences.ts";

await runFileCommand({
  name: "licences",
  describe: "lists the licence of every package of production; fails on one that is neither permissive nor judged",
  run() {
    const rows = licenceRows(productionPackages(), readJudged().licences);
    const open = rows.filter(({ ok }) => !ok);
    const text = [
      ...rows.map(({ name, version, licence, judged, ok }) => `${ok ? " " : "✗"} ${name}@${version}  ${licence || "(none named)"}${judged ? `  judged: ${judged}` : ""}`),
      "",
      `${rows.length} packages, ${rows.filter(({ judged }) => judged).length} judged, ${open.length} open${open.length > 0 ? ": judge them in scripts/supply-chain/judged.json, or do without them" : ""}`,
    ];
    return Promise.resolve({ ok: open.length === 0, result: { packages: rows.length, open: open.map(({ name }) => name), rows }, text: text.join("\n") });
  },
});
