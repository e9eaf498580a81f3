import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CommandRefused, runFileCommand } from "./command-line.ts";
import { projectRoot } from "./stack/folders.ts";
import { missingFrom, productionBom, type Bom } from "./supply-chain/bom.ts";
import { productionPackages } from "./supply-chain/judged.ts";
import { runNpm } from "./supply-chain/run-npm.ts";

await runFileCommand({
  name: "sbom",
  describe: "writes what production is made of as CycloneDX (JSON), from the lockfile",
  usage: "--out FILE",
  options: { out: { type: "string" } },
  args: z.object({ out: z.string().min(1) }),
  async run({ args }) {
    const { stdout, stderr } = await runNpm(["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--package-lock-only"]);
    let whole: Bom;
    try {
      whole = JSON.parse(stdout) as Bom;
    } catch {
      throw new CommandRefused(`npm made no list: ${stderr.trim().slice(0, 500)}`, 1);
    }
    const { name } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as { name: string };
    const bom = productionBom(whole, name, productionPackages());
    const missing = missingFrom(bom, productionPackages());
    if (missing.length > 0) throw new CommandRefused(`npm's list lacks ${missing.length} packages of production, so none was written: ${missing.slice(0, 10).join(", ")}`, 1, { missing });
    writeFileSync(args.out, `${JSON.stringify(bom, null, 2)}\n`);
    const format = `${bom.bomFormat} ${bom.specVersion}`;
    return { ok: true, result: { file: args.out, components: bom.components.length, format }, text: `${args.out}: ${bom.components.length} components, ${format}` };
  },
});
