import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { Progress } from "../progress.ts";
import { canInstall, installPackages, isAvailable, refreshLists } from "../stack/apt.ts";
import { findCommand, isExecutable } from "../stack/lookup.ts";
import { StackUnavailable } from "../stack/missing.ts";
import { canFetchChromium, fetchChromium } from "./fetch-chromium.ts";

/** The first draws no window at all and takes a quarter less of the processor. */
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** Ubuntu's package of this name is only a pointer to a snap. */
function works(path: string): boolean {
  return /\d+\.\d+/.test(spawnSync(path, ["--version", "--no-sandbox"], { encoding: "utf8", timeout: 30_000 }).stdout ?? "");
}

function find(): string | null {
  const named = process.env.CHROMIUM_BIN;
  if (named) {
    if (!isExecutable(named)) throw new StackUnavailable(`CHROMIUM_BIN=${named} is not an executable file.`);
    return named;
  }
  for (const name of NAMES) {
    const path = findCommand(name);
    if (path && works(path)) return path;
  }
  return null;
}

function hasChineseFont(): boolean {
  if (existsSync("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")) return true;
  const listing = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8", timeout: 20_000 });
  return (listing.stdout ?? "").trim() !== "";
}

/** The browser for the end-to-end tests, with a Chinese font; installed when that is possible. */
export async function requireChromium(progress: Progress): Promise<string> {
  const browser = find() ? [] : ["chromium-headless-shell", "chromium"];
  const font = hasChineseFont() ? [] : ["fonts-noto-cjk"];
  if ((browser.length > 0 || font.length > 0) && canInstall()) {
    await refreshLists(progress);
    const names = [...browser.filter(isAvailable).slice(0, 1), ...font.filter(isAvailable)];
    if (names.length > 0) await installPackages("安装浏览器 Browser", names, progress);
  }
  const path = find() ?? (canFetchChromium() ? await fetchChromium(progress) : null);
  if (path && works(path)) return path;
  throw new StackUnavailable(
    "没有可用的 Chromium。No usable Chromium for the end-to-end tests. Debian: apt-get install chromium-headless-shell fonts-noto-cjk; " +
      "elsewhere install Chromium or Chrome and name it: CHROMIUM_BIN=/path/to/chrome npm test",
  );
}
