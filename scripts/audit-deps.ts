import { runFileCommand } from "./command-line.ts";
import { readAudit } from "./supply-chain/advisories.ts";
import { readJudged } from "./supply-chain/judged.ts";
import { runNpm } from "./supply-chain/run-npm.ts";

await runFileCommand({
  name: "audit-deps",
  describe: "asks the registry for known holes in the packages of production; fails on one nobody has judged, and when it gets no answer",
  usage: "npm run audit:deps",
  async run() {
    const { stdout, stderr } = await runNpm(["audit", "--omit=dev", "--json"]);
    const answer = readAudit(stdout.trim() ? stdout : stderr, readJudged());
    if (!answer.answered) {
      const text = `The registry answered no audit (${answer.reason}). Nothing was checked: ask one that does, npm run audit:deps --registry=URL`;
      return { ok: false, result: { answered: false, reason: answer.reason }, text };
    }
    const open = answer.advisories.filter(({ judged }) => judged === null);
    const lines = answer.advisories.map(({ id, severity, title, url, judged, package: name }) => `${judged ? " " : "✗"} ${name}  ${severity}  ${title}  ${id} ${url}${judged ? `  judged: ${judged}` : ""}`);
    return {
      ok: open.length === 0,
      result: { answered: true, open: open.map(({ id }) => id), advisories: answer.advisories },
      text: [...lines, `${answer.advisories.length} known, ${open.length} not judged${open.length > 0 ? ": update, or judge them in scripts/supply-chain/judged.json" : ""}`].join("\n"),
    };
  },
});
