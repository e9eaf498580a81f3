export const SYSTEMS = ["harmony", "android", "iphone", "ipad", "windows", "mac", "linux", "other"] as const;
export type DeviceSystem = (typeof SYSTEMS)[number];
export const BROWSERS = ["wechat", "qq", "uc", "huawei", "xiaomi", "oppo", "vivo", "edge", "firefox", "chrome", "safari", "other"] as const;
export type DeviceBrowser = (typeof BROWSERS)[number];

export interface Device {
  system: DeviceSystem;
  browser: DeviceBrowser;
}

/** First match counts: most browsers name others in their user agent too. */
const SYSTEM_SIGNS: readonly [RegExp, DeviceSystem][] = [
  [/HarmonyOS|OpenHarmony/i, "harmony"], [/Android/i, "android"], [/iPhone/i, "iphone"], [/iPad/i, "ipad"], [/Windows/i, "windows"], [/Mac OS X|Macintosh/i, "mac"], [/Linux|X11/i, "linux"],
];
const BROWSER_SIGNS: readonly [RegExp, DeviceBrowser][] = [
  [/MicroMessenger/i, "wechat"], [/MQQBrowser|QQBrowser|\bQQ\//i, "qq"], [/UCBrowser|UCWEB/i, "uc"], [/HuaweiBrowser|ArkWeb/i, "huawei"], [/MiuiBrowser|XiaoMi/i, "xiaomi"], [/HeyTapBrowser|OppoBrowser/i, "oppo"],
  [/VivoBrowser/i, "vivo"], [/Edg(e|A|iOS)?\//i, "edge"], [/Firefox|FxiOS/i, "firefox"], [/Chrome|CriOS/i, "chrome"], [/Safari/i, "safari"],
];

/** The device behind a user agent, in words a person would use for it. */
export function deviceOf(userAgent: string | null): Device {
  const text = userAgent ?? "";
  return {
    system: SYSTEM_SIGNS.find(([sign]) => sign.test(text))?.[1] ?? "other",
    browser: BROWSER_SIGNS.find(([sign]) => sign.test(text))?.[1] ?? "other",
  };
}
