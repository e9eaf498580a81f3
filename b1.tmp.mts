// fairs flow
import { page, shot, errors, done, base } from "./lib.tmp.mts";
const ch = (ms: number) => new Date(ms + 8 * 3600e3).toISOString().slice(0, 16);
const off = await page("county", "zh", "d"), offp = await page("county", "en", "p");
await off.goto("/bureau/fairs/new");
await off.locator("main form button").last().click(); await errors(off); await shot(off, "b1-new-empty");
await off.fill("[name=title]", "临县夜场招聘会"); await off.selectOption("[name=kind]", "BOTH"); await off.fill("[name=place]", "县文化广场"); await off.fill("[name=address]", "临泉镇文化路 2 号");
await off.fill("[name=startsAt]", ch(Date.now() + 90e3)); await off.fill("[name=endsAt]", ch(Date.now() + 3 * 3600e3)); await off.fill("[name=booths]", "3"); await off.fill("[name=phone]", "03584422000"); await off.fill("[name=says]", "带身份证。现场登记不收钱。");
console.log("drives", await off.locator("[name=driveId] option").allInnerTexts());
await off.selectOption("[name=driveId]", { index: 1 }).catch(() => {});
await off.locator("main form button").last().click(); await off.waitForLoadState(); await errors(off); console.log(off.url());
const id = off.url().match(/fairs\/([0-9A-Z]{26})/)?.[1]; if (!id) throw new Error("no fair"); console.log("FAIR", id);
await shot(off, "b1-planned");
// open without a booth
await off.locator("button[value=OPEN]").click(); await off.waitForLoadState(); await errors(off);
// employer
const emp = await page("employer", "zh", "p"), empE = await page("employer", "en", "p");
await emp.goto("/employer/fairs");
const form = emp.locator(`form:has(input[value="${id}"])`).first();
await form.locator("button[value=ask]").click(); await emp.waitForLoadState(); await errors(emp); await shot(emp, "b1-emp-none");
const f2 = emp.locator(`form:has(input[value="${id}"])`).first(); const boxes = f2.locator("input[type=checkbox]"); const n = await boxes.count(); console.log("posts", n);
for (let i = 0; i < n; i++) await boxes.nth(i).check(); await f2.locator("button[value=ask]").click(); await emp.waitForLoadState(); await errors(emp); await shot(emp, "b1-emp-asked");
// officer approves
await off.goto(`/bureau/fairs/${id}`); await shot(off, "b1-off-booth"); await offp.goto(`/bureau/fairs/${id}`); await shot(offp, "b1-off-booth-en-p", "en");
await off.locator("button[value=APPROVED]").first().click(); await off.waitForLoadState(); await errors(off);
await off.locator("button[value=OPEN]").click(); await off.waitForLoadState(); await errors(off); await shot(off, "b1-open");
// seeker
const see = await page("seeker", "zh", "p"), seeE = await page("seeker", "en", "p");
await see.goto(`/fairs/${id}`); await shot(see, "b1-see-fair"); await see.locator("main form button").last().click(); await see.waitForLoadState(); await errors(see); await shot(see, "b1-see-mine"); await seeE.goto("/me/fairs"); await shot(seeE, "b1-see-mine-en", "en");
const code = (await see.locator(".fair-code .num").first().innerText()).replace(/\D/g, ""); console.log("code", code, await see.locator(".fair-code .num").count());
const codes = await see.locator("section.panel").evaluateAll((els) => els.map((e) => [e.querySelector("h2")?.textContent, e.querySelector(".fair-code .num")?.textContent])); console.log(codes);
const own = codes.find(([t]) => t?.includes("夜场"))?.[1]?.replace(/\D/g, "") ?? code;
// employer reports: wrong code, right
await empE.goto("/employer/fairs"); await shot(empE, "b1-emp-open-en", "en");
await emp.goto("/employer/fairs"); const panel = emp.locator("article.panel", { hasText: "夜场" }); await panel.locator("summary").first().click(); await panel.locator("[name=code]").fill("123456789"); await panel.locator("button[value=report]").click(); await emp.waitForLoadState(); await errors(emp); await shot(emp, "b1-emp-badcode");
const p2 = emp.locator("article.panel", { hasText: "夜场" }); await p2.locator("[name=code]").fill(own); console.log(await p2.locator("[name=postId] option").allInnerTexts()); await p2.locator("button[value=report]").click(); await emp.waitForLoadState(); await errors(emp); await shot(emp, "b1-emp-reported");
// floor
await offp.goto(`/bureau/fairs/${id}/floor`); await shot(offp, "b1-floor-en-p", "en"); const offz = await page("county", "zh", "p"); await offz.goto(`/bureau/fairs/${id}/floor`); await shot(offz, "b1-floor-zh-p");
const plus = offz.locator("[data-place=''] button"); await plus.nth(1).click(); await offz.waitForTimeout(800); await plus.nth(0).click(); await offz.waitForTimeout(800); await offz.locator("[data-place]").nth(1).locator("button").first().click(); await offz.waitForTimeout(800); await shot(offz, "b1-floor-counted");
await offz.reload(); for (let i = 0; i < 7; i++) { await offz.locator("[data-place=''] button").nth(2).click(); await offz.waitForTimeout(400); } await errors(offz); await shot(offz, "b1-floor-below");
await offz.fill("#who", "1391234"); await offz.locator("button[value=find]").click(); await offz.waitForLoadState(); await errors(offz);
await offz.fill("#who", "13900000000"); await offz.locator("button[value=find]").click(); await offz.waitForLoadState(); await errors(offz); await shot(offz, "b1-floor-unknown");
await offz.fill("#who", own); await offz.locator("button[value=find]").click(); await offz.waitForLoadState(); await errors(offz); await shot(offz, "b1-floor-found");
await offz.goto(`/bureau/fairs/${id}/floor`);
// register somebody
await offz.locator("summary", { hasText: "现场登记" }).click(); const reg = offz.locator("form:has(button[value=register])"); await reg.locator("[name=postId]").selectOption({ index: 1 }); await reg.locator("[name=name]").fill("张三"); await reg.locator("[name=idNumber]").fill("110101199003070012"); await reg.locator("button[value=register]").click(); await offz.waitForLoadState(); await errors(offz); await shot(offz, "b1-floor-reg-err");
// seeker says yes
await see.goto("/me/fairs"); await shot(see, "b1-see-reported"); await seeE.goto("/me/fairs"); await shot(seeE, "b1-see-reported-en", "en");
await see.locator("button[value=yes]").click(); await see.waitForLoadState(); await errors(see); await shot(see, "b1-see-hired");
const pl = await see.locator("a[href^='/me/placements/']").first().getAttribute("href").catch(() => null); console.log("placement", pl);
if (pl) { await see.goto(pl); await shot(see, "b1-see-placement"); await off.goto(pl.replace("/me", "")); await shot(off, "b1-off-placement"); }
await off.goto(`/bureau/fairs/${id}`); await shot(off, "b1-off-hired"); await offp.goto(`/bureau/fairs/${id}`); await shot(offp, "b1-off-hired-en-p", "en");
await emp.goto("/employer"); await shot(emp, "b1-emp-home");
await emp.goto("/employer/fairs"); await shot(emp, "b1-emp-hired");
await off.goto(`/bureau/fairs/${id}`); await off.locator("button[value=CLOSED]").click(); await off.waitForLoadState(); await errors(off); await shot(off, "b1-closed");
const g = await page("", "zh", "p"); await g.goto(`/fairs/${id}`); await shot(g, "b1-guest-closed"); await off.goto("/bureau/drives"); await shot(off, "b1-drives");
await done();
