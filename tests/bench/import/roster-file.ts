import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { RowDataPacket } from "mysql2";
import { addDays } from "#app/domain/dates.ts";
import { MADE_UP_ID_REGION, makeResidentId } from "#app/domain/person/resident-id.ts";
import type { Pool } from "#app/platform/database.server.ts";
import { madeUpPhone } from "#prisma/seed/generate/identity.ts";
import { drawGivenName, drawSurname } from "#prisma/seed/generate/names.ts";
import { randomFor, SUBJECT } from "#prisma/seed/generate/random.ts";

const HEADER = "户编号,姓名,身份证号,手机号,市,区县,乡镇,村,人员类别,文化程度,劳动能力,能否外出,技能特长,意向岗位,期望薪资";
const BIRTHDAYS = 12_000;
const FIRST_BIRTHDAY = "1968-01-01";
const SEQUENCES = 500;
/** One row in so many is wrong, in turns: check character, name, length of the number, home. */
export const ONE_WRONG_IN = 50;
const PEOPLE_IN_A_HOUSEHOLD = 3;
const CATEGORIES = ["脱贫户", "监测户（边缘易致贫户）", "脱贫户、易地搬迁", "其他"];
const EDUCATIONS = ["小学", "初中", "高中", "大专"];
const CAPACITIES = ["普通劳动力", "技能劳动力", "弱劳动力"];
const SKILLS = ["剪纸", "", "木工", "", "", "推拿", ""];
const WISHES = ["电焊工", "保安", "家政服务员", "挖掘机司机", "服务员", "普工", "缝纫工", "货车司机"];

/** A roster of `rows` people of the province as CSV; gives how many of its rows nobody may take. */
export async function writeRoster(pool: Pool, path: string, rows: number, seed: number): Promise<{ wrong: number }> {
  const homes = await homesOf(pool);
  const random = randomFor(seed, SUBJECT.FACTORY);
  const file = createWriteStream(path);
  await once(file, "open");
  file.write(`${HEADER}\n`);
  let wrong = 0;
  for (let at = 0; at < rows; at += 1) {
    const sex = random.chance(0.5) ? "M" : "F";
    const birthday = addDays(FIRST_BIRTHDAY, at % BIRTHDAYS);
    let id = makeResidentId(MADE_UP_ID_REGION, birthday, Math.floor(at / BIRTHDAYS) % SEQUENCES, sex);
    let name = drawSurname(random) + drawGivenName(random, sex, Number(birthday.slice(0, 4)));
    const household = Math.floor(at / PEOPLE_IN_A_HOUSEHOLD);
    let home = homes[(household * 7_919) % homes.length]!;
    if (at % ONE_WRONG_IN === ONE_WRONG_IN - 1) {
      const kind = wrong % 4;
      if (kind === 0) id = `${id.slice(0, 17)}${id.endsWith("1") ? "2" : "1"}`;
      else if (kind === 1) name = "";
      else if (kind === 2) id = id.slice(0, 12);
      else home = ["", "", "", ""];
      wrong += 1;
    }
    const pick = (list: readonly string[]) => list[random.int(0, list.length - 1)]!;
    const cells = [`H${household}`, name, id, madeUpPhone(random.int(0, 89_999_999)), ...home, pick(CATEGORIES), pick(EDUCATIONS), pick(CAPACITIES), random.chance(0.8) ? "能" : "否", pick(SKILLS), pick(WISHES), String(3_000 + 500 * random.int(0, 8))];
    if (!file.write(`${cells.join(",")}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
  return { wrong };
}

/** Villages all over the province with what they lie in, by name. */
async function homesOf(pool: Pool): Promise<string[][]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT c.name AS city, k.name AS county, t.name AS town, v.name AS village
       FROM region v JOIN region t ON t.code = v.parentCode JOIN region k ON k.code = t.parentCode JOIN region c ON c.code = k.parentCode
      WHERE v.level = 'VILLAGE' AND v.code LIKE '14%' AND k.level = 'COUNTY' ORDER BY v.code`);
  const all = rows.map((row) => [row.city, row.county, row.town, row.village] as string[]).filter((home) => home.every((name) => !name.includes(",")));
  return all.length <= 4_000 ? all : Array.from({ length: 4_000 }, (_, at) => all[Math.floor((at * all.length) / 4_000)]!);
}
